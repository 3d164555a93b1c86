(() => {
  "use strict";

  // Rows beyond so many stay out of the document until asked for: a table of 30,000 rows would not scroll.
  const pageSize = 200;
  const rank = {
    severity: ["critical", "high", "medium", "low", "info"],
    confidence: ["very-high", "high", "medium", "low"],
  };

  const byId = (id) => document.getElementById(id);
  const table = byId("findings");
  const rows = [...table.tBodies[0].rows];
  const entries = JSON.parse(byId("data").textContent).map((entry, index) => ({ ...entry, index, row: rows[index] }));
  const chips = [...document.querySelectorAll("[data-severity]")];
  const headers = [...document.querySelectorAll("th[data-sort]")];
  const view = { sort: "severity", descending: false, limit: pageSize, collapsed: new Set() };

  // Worst first is ascending in rank, so ascending is the first order for every column.
  const value = (entry, key) => (rank[key] ? rank[key].indexOf(entry[key]) : entry[key]);
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const order = (a, b) =>
    (view.descending ? -1 : 1) * compare(value(a, view.sort), value(b, view.sort)) || a.index - b.index;

  const text = (entry) => (entry.text ??= entry.row.textContent.toLowerCase());

  function matching() {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const state = byId("state").value;
    const rule = byId("rule").value;
    const severities = new Set(chips.filter((chip) => chip.ariaPressed === "true").map((chip) => chip.dataset.severity));
    return entries.filter(
      (entry) =>
        (!state || entry.state === state) &&
        (!rule || entry.rule === rule) &&
        severities.has(entry.severity) &&
        words.every((word) => text(entry).includes(word)),
    );
  }

  function groupHeader(name, count) {
    const open = !view.collapsed.has(name);
    const button = document.createElement("button");
    button.type = "button";
    button.ariaExpanded = String(open);
    button.textContent = name;
    button.addEventListener("click", () => {
      if (!view.collapsed.delete(name)) view.collapsed.add(name);
      render();
      const again = [...table.querySelectorAll("tr.group button")].find((other) => other.textContent === name);
      again?.focus();
    });
    const cell = document.createElement("th");
    cell.scope = "rowgroup";
    cell.colSpan = 5;
    const number = document.createElement("span");
    number.className = "number";
    number.textContent = String(count);
    cell.append(button, number);
    const row = document.createElement("tr");
    row.className = "group";
    row.append(cell);
    return { row, open };
  }

  function sections(found) {
    const key = byId("group").value;
    if (!key) return [["", found]];
    const groups = new Map();
    for (const entry of found) {
      if (!groups.has(entry[key])) groups.set(entry[key], []);
      groups.get(entry[key]).push(entry);
    }
    return [...groups];
  }

  function fill(found) {
    let left = view.limit;
    const bodies = [];
    for (const [name, members] of sections(found)) {
      if (left <= 0) break;
      const body = document.createElement("tbody");
      const header = name ? groupHeader(name, members.length) : { open: true };
      if (header.row) body.append(header.row);
      if (header.open) {
        body.append(...members.slice(0, left).map((entry) => entry.row));
        left -= members.length;
      }
      bodies.push(body);
    }
    for (const body of [...table.tBodies]) body.remove();
    table.append(...bodies);
    byId("more").hidden = left >= 0;
  }

  function render() {
    const found = matching().sort(order);
    fill(found);
    for (const header of headers) {
      if (header.dataset.sort === view.sort) header.ariaSort = view.descending ? "descending" : "ascending";
      else header.removeAttribute("aria-sort");
    }
    byId("sort").value = view.sort;
    byId("count").textContent =
      found.length === 0 ? "Nothing matches." : `${found.length} of ${entries.length} findings match.`;
  }

  function sortBy(key) {
    view.descending = view.sort === key && !view.descending;
    view.sort = key;
    changed();
  }

  function changed() {
    view.limit = pageSize;
    render();
  }

  for (const header of headers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sortBy(header.dataset.sort));
    header.replaceChildren(button);
  }
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.ariaPressed = String(chip.ariaPressed !== "true");
      changed();
    });
  }
  byId("search").addEventListener("input", changed);
  for (const id of ["state", "rule", "group"]) byId(id).addEventListener("change", changed);
  byId("sort").addEventListener("change", (event) => {
    view.descending = false;
    view.sort = event.target.value;
    changed();
  });
  byId("more").addEventListener("click", () => {
    view.limit += pageSize;
    render();
  });
  const toolbar = byId("toolbar");
  toolbar.addEventListener("submit", (event) => event.preventDefault());
  toolbar.addEventListener("reset", () => {
    for (const chip of chips) chip.ariaPressed = "true";
    Object.assign(view, { sort: "severity", descending: false });
    view.collapsed.clear();
    // The fields have their first values only after the event.
    setTimeout(changed);
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape" && event.target === byId("search")) {
      event.target.value = "";
      changed();
    }
  });

  // Where nothing is new, what is suppressed is all there is to see.
  if (!entries.some((entry) => entry.state === "new")) byId("state").value = "";
  toolbar.hidden = false;
  render();
})();
