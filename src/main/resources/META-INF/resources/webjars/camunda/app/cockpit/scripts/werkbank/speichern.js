// Writes a process so that what was said in the file stays said: the library leaves out what is the engine's default anyway, and
// spells quotation marks as numbers.

const SCHREIBWEISE = {'&#39;': "'", '&#34;': '&quot;'};

function* teile(teil) {
  yield teil;
  for (const wert of Object.values(teil).flat()) {
    if (wert?.$type && wert.$parent === teil) {
      yield* teile(wert);
    }
  }
}

/** @returns the text of the file */
export async function speichere(werkzeug) {
  const eigenschaften = new Set([...teile(werkzeug.getDefinitions())].flatMap(teil => teil.$descriptor.properties ?? [])
    .filter(e => e.default !== undefined && e.ns?.prefix === 'camunda'));
  const vorgaben = [...eigenschaften].map(e => [e, e.default]);
  try {
    vorgaben.forEach(([e]) => delete e.default);
    const {xml} = await werkzeug.saveXML({format: true});
    return xml.replace(/&#3[94];/g, zeichen => SCHREIBWEISE[zeichen]);
  } finally {
    vorgaben.forEach(([e, vorgabe]) => Object.assign(e, {default: vorgabe}));
  }
}
