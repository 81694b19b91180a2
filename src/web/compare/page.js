// The page itself. It comes last in one script with parts.js, two.js and many.js, in this order.

// ---- paper ----

/** The wide table in parts of about the same width. */
function tablesForPaper(many) {
  const total = many.columns.length;
  const width = Math.ceil(total / Math.ceil(total / MOST_COLUMNS_ON_PAPER));
  return d3.range(0, total, width).map((from) => stepTable(many, from, Math.min(total, from + width)));
}

/** Paper does not scroll: what is closed is opened, and the wide table is cut into several. */
function prepareForPaper(many) {
  const closed = [];
  window.addEventListener('beforeprint', () => {
    closed.push(...document.querySelectorAll('details:not([open])'));
    closed.forEach((details) => (details.open = true));
    const paper = document.querySelector('.paper-only');
    if (paper && paper.childElementCount === 0) {
      paper.append(...tablesForPaper(many));
    }
  });
  window.addEventListener('afterprint', () => {
    closed.splice(0).forEach((details) => (details.open = false));
    document.querySelector('.paper-only')?.replaceChildren();
  });
}

// ---- the page ----

function contents(sections) {
  const links = sections.map((each) => element('li', null, link(`#${each.id}`, each.querySelector('h2').textContent)));
  return element('ul', null, links);
}

/** The part that the address names did not exist when the browser looked for it. */
function goToTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) {
    location.replace(location.hash);
    target.scrollIntoView();
  }
}

function draw() {
  const drawn = DATA.two ? drawTwo(DATA.two, DATA.pictures) : drawMany(DATA.many);
  document.getElementById('top').append(...drawn.header);
  document.getElementById('content').append(...drawn.sections);
  document.getElementById('sections').append(contents(drawn.sections));
  prepareForPaper(DATA.many);
  goToTarget();
}

draw();
