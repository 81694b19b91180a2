/*
 * Draws the diagram in window.DIAGRAM at its own size and says so in the title: "ready 2040x1380",
 * or "failed: why". Classic script, since a page opened from a file cannot import modules.
 *
 * Next to this page lie: bpmn-navigated-viewer.production.min.js and assets/ (from bpmn-js/dist)
 * and diagram.js, one line: window.DIAGRAM = "<the BPMN XML as a JSON string>";
 */
(async function render() {
  const margin = 20;
  const canvasElement = document.getElementById('canvas');

  try {
    const viewer = new window.BpmnJS({ container: canvasElement });
    await viewer.importXML(window.DIAGRAM);
    const canvas = viewer.get('canvas');

    const drawn = canvas.viewbox().inner;
    const width = Math.ceil(drawn.width) + 2 * margin;
    const height = Math.ceil(drawn.height) + 2 * margin;
    canvasElement.style.width = `${width}px`;
    canvasElement.style.height = `${height}px`;
    canvas.resized();
    canvas.viewbox({ x: drawn.x - margin, y: drawn.y - margin, width, height });

    // Kept as text, so that --dump-dom hands it out escaped and whole.
    const { svg } = await viewer.saveSVG();
    document.getElementById('svg').content.textContent = svg;
    document.title = `ready ${width}x${height}`;
  } catch (failure) {
    document.title = `failed: ${failure.message}`;
  }
})();
