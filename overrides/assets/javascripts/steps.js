// The steps of a stage as a checklist: the ticks stay on this device, the same in every locale.
(function () {
  "use strict";

  const lists = Array.from(document.querySelectorAll(".hb-checklist"));
  const steps = lists.flatMap((list) => Array.from(list.querySelectorAll("li[id^='step-']")));
  const element = document.getElementById("handbook-words");
  if (!steps.length || !element) return;

  const words = JSON.parse(element.textContent);
  const key = "handbook.steps." + lists[0].dataset.hbStage;

  function remembered() {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return Array.isArray(kept) ? kept : [];
    } catch (error) {
      return []; // closed to us, or not ours
    }
  }

  function remember(done) {
    try {
      if (done.length) localStorage.setItem(key, JSON.stringify(done));
      else localStorage.removeItem(key);
    } catch (error) {
      // Storage may be closed to us (private window, file://): the ticks then hold for this page.
    }
  }

  const done = remembered();
  const boxes = steps.map((step) => {
    const box = document.createElement("input");
    const title = step.querySelector(".hb-step-title :is(.hb-own), .hb-step-title, .hb-text");
    box.type = "checkbox";
    box.autocomplete = "off";
    box.className = "hb-tick";
    box.value = step.id;
    box.checked = done.includes(step.id);
    box.setAttribute("aria-label", words["theme.step-done"].replace("{step}", () => title.textContent.trim()));
    step.prepend(box);
    return box;
  });

  const bar = document.createElement("div");
  const count = document.createElement("span");
  const reset = document.createElement("button");
  bar.className = "hb-progress";
  count.setAttribute("role", "status");
  reset.type = "button";
  reset.textContent = words["theme.steps-reset"];
  bar.append(count, reset);
  (document.getElementById("steps") || lists[0]).after(bar);
  lists.forEach((list) => list.classList.add("hb-checklist--ticks"));

  function show() {
    const ticked = boxes.filter((box) => box.checked).length;
    count.textContent = words["theme.steps-done"].replace("{done}", ticked).replace("{all}", boxes.length);
    reset.disabled = ticked === 0;
  }

  function changed() {
    remember(boxes.filter((box) => box.checked).map((box) => box.value));
    show();
  }

  boxes.forEach((box) => box.addEventListener("change", changed));
  reset.addEventListener("click", () => {
    boxes.forEach((box) => {
      box.checked = false;
    });
    changed();
    boxes[0].focus();
  });
  show();
})();
