// One of our pages at a place that Cockpit gives us. Angular takes the old page away before it shows the new one.
export function seite(id, pluginPoint, properties, zeige, priority = 0) {
  let abbruch = null;
  return {
    id, pluginPoint, priority, properties,
    render(node) {
      abbruch?.abort();
      abbruch = new AbortController();
      zeige(node, abbruch.signal);
    },
    unmount() {
      abbruch?.abort();
    },
  };
}
