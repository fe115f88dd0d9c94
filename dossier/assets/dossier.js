/* Comforts that need a script: the filter of the page of quotes, "copy with citation", folds that open for a link to
   what they hold, and quotes that open their note wherever they are touched. Reading needs none of them. */
(() => {
  "use strict";

  const form = document.getElementById("filter");
  if (form) {
    const marked = [...document.querySelectorAll("[data-kind]")];
    const entries = marked.map((node) => ({ node: node.closest("tr") ?? node, ...node.dataset }));
    const groups = [...document.querySelectorAll("[data-group], details")].filter((group) => group.querySelector("[data-kind]"));
    const status = document.getElementById("filter-count");

    const apply = () => {
      const wanted = Object.fromEntries(new FormData(form));
      const active = Object.values(wanted).some(Boolean);
      const words = (wanted.words ?? "").toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { node, speaker, outlet, kind, date } of entries) {
        const said = words.length ? node.textContent.toLowerCase() : "";
        const fits =
          (!wanted.speaker || wanted.speaker === speaker) &&
          (!wanted.outlet || outlet.split(" ").includes(wanted.outlet)) &&
          (!wanted.kind || wanted.kind === kind) &&
          (!wanted.from || (date && date >= wanted.from)) &&
          (!wanted.to || (date && date <= wanted.to)) &&
          words.every((word) => said.includes(word));
        node.hidden = !fits;
        shown += fits;
        if (!fits || !active) continue;
        for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      }
      for (const group of groups) {
        group.hidden = active && !entries.some(({ node }) => !node.hidden && group.contains(node));
      }
      status.textContent = `${shown} of ${entries.length} ${form.dataset.noun ?? "quotes"}`;
      const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    };

    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  }

  document.querySelector(".md-search")?.setAttribute("aria-label", "Search"); // the theme leaves it without a name

  const text = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  for (const entry of document.querySelectorAll(".quote-entry")) {
    const link = entry.querySelector("a.place");
    const line = entry.querySelector(".cite");
    if (!link || !line) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy with citation";
    button.addEventListener("click", async () => {
      const title = entry.dataset.kind ? "" : `, in ${text(document.querySelector("h1")).replace("¶", "")}`;
      const citation = `${text(entry.querySelector(".words"))} (${text(line)}${title}). ${link.href}`;
      try {
        await navigator.clipboard.writeText(citation);
        button.textContent = "Copied";
      } catch {
        window.prompt("Copy this text:", citation); // no clipboard without https
      }
      setTimeout(() => (button.textContent = "Copy with citation"), 2000);
    });
    line.parentElement.append(" ", button);
  }

  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = [];
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      if (!fold.open) closed.push(fold);
    }
    for (const fold of closed) fold.open = true;
    if (closed.length) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  // The theme opens a note when the pointer enters its number: we tell the number when it enters the quote.
  const numberOf = (quote) => quote && document.querySelector(`[id="fnref:${quote.dataset.note}"] .footnote-ref`);
  let entered = null;
  const enter = (quote) => {
    const number = numberOf(quote);
    if (number === entered) return;
    entered?.dispatchEvent(new MouseEvent("mouseleave"));
    number?.dispatchEvent(new MouseEvent("mouseenter"));
    entered = number;
    // The first time, the theme looks whether the pointer is on the number itself; it believes the second call.
    setTimeout(() => number && number === entered && number.dispatchEvent(new MouseEvent("mouseenter")), 50);
  };
  const quotes = [...document.querySelectorAll("mark.quote[data-note]")];
  for (const quote of quotes) quote.classList.add("opens");
  if (quotes.length) {
    document.addEventListener("mouseover", (event) => enter(event.target.closest("mark.quote[data-note]")));
    for (const quote of quotes) quote.addEventListener("click", () => enter(quote)); // a finger does not hover

    // The theme sets notes over the line above: we set them below the quote, or above all of it near the page's end.
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const note = document.getElementById(target.getAttribute("aria-controls"));
        const id = target.hash.replace("#fn:", "");
        const quote = document.getElementById(id);
        if (!note || !quote) continue;
        const number = target.getBoundingClientRect();
        const height = note.firstElementChild.getBoundingClientRect().height;
        const above = quote.getBoundingClientRect().top - number.top - height - 8;
        const fits = number.bottom + 14 + height < innerHeight;
        note.style.setProperty("--note-y", `${fits ? number.height + 14 : above}px`);
      }
    }).observe(document.querySelector(".text"), { attributeFilter: ["aria-controls"], subtree: true });
  }
})();
