// Draws the pages of a document, each when it comes near the screen, with its words under it for whoever reads by ear.
const paper = document.getElementById("paper");
const says = document.getElementById("paper-says");
const size = document.getElementById("paper-size");
const sharpness = Math.min(devicePixelRatio || 1, 2);
const mostPages = 300;
let width = Math.min(paper.clientWidth, 820);

// A document that promises huge pages gets no more of this computer than any other.
const mostPixels = 4_000_000;

async function draw(item) {
  const page = await item.paper;
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(width / plain.width * sharpness, Math.sqrt(mostPixels / (plain.width * plain.height)));
  const view = page.getViewport({ scale });
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(view.width), Math.ceil(view.height)];
  canvas.style.width = `${width}px`;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `Page ${page.pageNumber}`);
  await page.render({ canvas, viewport: view }).promise;
  item.querySelector("canvas")?.remove();
  item.prepend(canvas);
  item.style.minHeight = "";
  if (item.querySelector("details")) return;
  const words = (await page.getTextContent()).items.map(part => part.str + (part.hasEOL ? "\n" : "")).join("").trim();
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = `Words on page ${page.pageNumber}`;
  const text = document.createElement("p");
  text.className = "words";
  text.textContent = words || "There are none that a program can read: this page is a picture.";
  details.append(summary, text);
  item.append(details);
}

async function show() {
  const { getDocument, GlobalWorkerOptions } = await import(paper.dataset.library);
  GlobalWorkerOptions.workerSrc = paper.dataset.worker;
  says.textContent = "Getting the pages ready.";
  const read = await getDocument({ url: paper.dataset.copy, isEvalSupported: false, enableXfa: false, useWasm: false, disableAutoFetch: true }).promise;
  const near = new IntersectionObserver(seen => {
    for (const { isIntersecting, target } of seen)
      if (isIntersecting) {
        near.unobserve(target);
        target.paper ??= read.getPage(target.value);
        draw(target).catch(fail);
      }
  }, { rootMargin: "600px" });
  const count = Math.min(read.numPages, mostPages);
  for (let number = 1; number <= count; number++) {
    const item = document.createElement("li");
    item.value = number;
    item.style.minHeight = `${width * 1.4}px`;
    paper.append(item);
    near.observe(item);
  }

  says.textContent = read.numPages > count ? `The first ${count} of ${read.numPages} pages.` : read.numPages === 1 ? "One page." : `${read.numPages} pages.`;
  size.hidden = false;
  size.addEventListener("click", pressed => {
    const by = pressed.target.closest("button")?.dataset.by;
    if (!by) return;
    width = Math.min(Math.max(width * by, 200), 3000);
    for (const item of paper.children)
      if (item.paper) draw(item).catch(fail);
      else item.style.minHeight = `${width * 1.4}px`;
  });
}

function fail() {
  says.textContent = "";
  document.getElementById("paper-failed").hidden = false;
}

show().catch(fail);
