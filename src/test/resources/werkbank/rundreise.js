// Opens a file in its editor and writes it again; tells the lines that are lost or new, whatever their order.
async ([datei, inhalt]) => {
  const module = {bpmn: 'ablauf', dmn: 'regel', form: 'formular'};
  const art = module[datei.split('.').pop()];
  const {[art]: oeffner} = await import(`/camunda/app/cockpit/scripts/werkbank/${art}.js`);
  const ort = Object.assign(document.createElement('div'), {style: 'position: fixed; inset: 0; background: white; z-index: 9999'});
  document.body.append(ort);
  const editor = await oeffner(ort, {inhalt, datei, nurLesen: false});
  const neu = await editor.inhalt();
  editor.zerstoere();
  ort.remove();
  const geordnet = wert => (Array.isArray(wert) ? wert.map(geordnet) : wert && typeof wert === 'object'
    ? Object.fromEntries(Object.keys(wert).sort().map(name => [name, geordnet(wert[name])])) : wert);
  const zeile = (knoten, pfad) => `${pfad} ${[...knoten.attributes].filter(a => !a.name.startsWith('xmlns')).map(a => `${a.namespaceURI ?? ''}${a.localName}=${a.value}`)
    .sort().join(' ')} ${knoten.children.length ? '' : knoten.textContent.trim()}`;
  const baum = (knoten, pfad) => {
    const hier = `${pfad}/${knoten.namespaceURI}${knoten.localName}#${knoten.id ?? ''}${[...knoten.parentNode.children].indexOf(knoten)}`;
    return [zeile(knoten, hier), ...[...knoten.children].flatMap(kind => baum(kind, hier))];
  };
  const zeilen = text => (art === 'formular' ? JSON.stringify(geordnet(JSON.parse(text)), null, 1).split('\n')
    : baum(new DOMParser().parseFromString(text, 'text/xml').documentElement, ''));
  const [vorher, nachher] = [zeilen(inhalt), zeilen(neu)];
  return [...vorher.filter(z => !nachher.includes(z)).map(z => `fehlt: ${z}`), ...nachher.filter(z => !vorher.includes(z)).map(z => `neu: ${z}`),
    ...vorher.length === nachher.length ? [] : [`${vorher.length} Zeilen, jetzt ${nachher.length}`]];
}
