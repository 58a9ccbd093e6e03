// A diagram is a picture to those who cannot see it: it says which steps it shows, and its small buttons say whose they are.

const SHOWN = 12; // steps said; the others are counted

function words(group) {
  return [...group.querySelectorAll('tspan')].map(line => line.textContent.trim()).join(' ').replace(/- /g, '').trim()
    || group.textContent.replace(/\s+/g, ' ').trim();
}

function label(picture) {
  const steps = [...new Set([...picture.querySelectorAll('.djs-shape .djs-label')].map(words).filter(Boolean))];
  const rest = steps.length - SHOWN;
  return steps.length === 0 ? 'Diagramm' : `Diagramm mit den Schritten: ${steps.slice(0, SHOWN).join(', ')}${rest > 0 ? ` und ${rest} weiteren` : ''}`;
}

function drilldown(button) {
  const step = button.closest('[data-container-id]')?.getAttribute('data-container-id');
  const shape = step && button.closest('.djs-container')?.querySelector(`g[data-element-id="${CSS.escape(step)}"] .djs-label`);
  button.setAttribute('aria-label', `${shape ? `${words(shape)}: ` : ''}aufgerufenen Vorgang öffnen`);
}

export function drawOut() {
  document.querySelectorAll('.djs-container > svg:not([role]), .dmn-drd-container svg:not([role])').forEach(picture => {
    if (picture.querySelector('.djs-shape')) {
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', label(picture));
      picture.setAttribute('focusable', 'false');
    }
  });
  document.querySelectorAll('.bjs-drilldown:not([aria-label])').forEach(drilldown);
}
