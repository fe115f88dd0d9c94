/* Comforts that need a script: the filter of the page of quotes, and "copy with citation". Reading needs neither. */
(() => {
  "use strict";

  const form = document.getElementById("filter");
  if (form) {
    const entries = [...document.querySelectorAll(".quote-entry[data-kind]")];
    const status = document.getElementById("filter-count");

    const apply = () => {
      const wanted = Object.fromEntries(new FormData(form));
      let shown = 0;
      for (const entry of entries) {
        const { speaker, outlet, kind, date } = entry.dataset;
        const fits =
          (!wanted.speaker || wanted.speaker === speaker) &&
          (!wanted.outlet || wanted.outlet === outlet) &&
          (!wanted.kind || wanted.kind === kind) &&
          (!wanted.from || (date && date >= wanted.from)) &&
          (!wanted.to || (date && date <= wanted.to));
        entry.hidden = !fits;
        shown += fits;
      }
      status.textContent = `${shown} of ${entries.length} quotes`;
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
})();
