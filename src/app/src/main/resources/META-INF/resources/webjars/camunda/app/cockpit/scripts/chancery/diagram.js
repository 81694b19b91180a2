// Opens diagrams in bpmn-js's viewer, which the application serves.
import * as api from './api.js';
import {stylesheet} from './elements.js';

/** A viewer that shows the diagram of a procedure, or an error that says why not. */
export async function openDiagram(place, definitionId) {
  stylesheet(new URL(api.viewerUrl('assets/diagram-js.css'), location.href).href);
  const [xml] = await Promise.all([
    api.diagram(definitionId),
    import(api.viewerUrl('bpmn-navigated-viewer.production.min.js'))
  ]);
  const viewer = new globalThis.BpmnJS({container: place});
  await viewer.importXML(xml);
  return viewer;
}

/** Shows the whole diagram, or as much of it as is still readable, around the elements given. */
export function showAround(viewer, ids, smallest) {
  const canvas = viewer.get('canvas');
  const boxes = ids.map(id => viewer.get('elementRegistry').get(id)).filter(each => each && each.width);
  if (boxes.length === 0) {
    canvas.zoom('fit-viewport', 'auto');
    return;
  }
  const margin = 50;
  const left = Math.min(...boxes.map(box => box.x)) - margin;
  const top = Math.min(...boxes.map(box => box.y)) - margin;
  const width = Math.max(...boxes.map(box => box.x + box.width)) + margin - left;
  const height = Math.max(...boxes.map(box => box.y + box.height)) + margin - top;
  const outer = canvas.viewbox().outer;
  const scale = Math.min(1, Math.max(smallest, Math.min(outer.width / width, outer.height / height)));
  const shownWidth = outer.width / scale;
  const shownHeight = outer.height / scale;
  canvas.viewbox({
    x: shownWidth > width ? left - (shownWidth - width) / 2 : left,
    y: shownHeight > height ? top - (shownHeight - height) / 2 : top,
    width: shownWidth,
    height: shownHeight
  });
}

/** Brings an element into the middle, large enough to be read. */
export function centre(viewer, id) {
  const canvas = viewer.get('canvas');
  const shape = viewer.get('elementRegistry').get(id);
  if (!shape) {
    return;
  }
  const outer = canvas.viewbox().outer;
  const scale = Math.max(canvas.zoom(), 0.8);
  canvas.viewbox({
    x: shape.x + (shape.width || 0) / 2 - outer.width / scale / 2,
    y: shape.y + (shape.height || 0) / 2 - outer.height / scale / 2,
    width: outer.width / scale,
    height: outer.height / scale
  });
}
