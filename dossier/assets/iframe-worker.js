/* Search without a server. The theme searches in a web worker, which browsers do not start for a page that was opened
   from disk (file://); here a hidden frame does a worker's work. Loaded before the theme's own script (`extra: polyfills`
   in mkdocs.yml). Its offline plugin would ask another host for such a script, unless one of this name is given. */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;

  window.Worker = class extends EventTarget {
    #frame = document.createElement("iframe");
    #started;

    /* As a worker: what is posted before its script has run waits for it. */
    constructor(address) {
      super();
      this.#started = new Promise((start) => {
        this.#frame.addEventListener("load", () => {
          const inside = this.#frame.contentWindow;
          inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
          const script = inside.document.createElement("script");
          script.addEventListener("load", () => start(inside));
          script.addEventListener("error", () => this.dispatchEvent(new Event("error")));
          script.src = new URL(address, document.baseURI);
          inside.document.body.append(script);
        });
      });
      this.#frame.hidden = true;
      this.#frame.srcdoc = "<!doctype html><title>Search</title><body>";
      document.body.append(this.#frame);
    }

    async postMessage(data) {
      const inside = await this.#started;
      inside.dispatchEvent(new inside.MessageEvent("message", { data }));
    }

    terminate() {
      this.#frame.remove();
    }
  };
})();
