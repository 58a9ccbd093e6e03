// Opens a file in its editor and writes it again; tells the lines that are lost or new. Order counts among elements of one kind, as
// it does for the engine (conditions of a gateway, rules of a table), but not in the drawing, nor the order of attributes.
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
  const zeile = (knoten, pfad) => `${pfad} ${knoten.namespaceURI} ${[...knoten.attributes].filter(a => !a.name.startsWith('xmlns')).map(a => `${a.namespaceURI ?? ''}${a.localName}=${a.value}`)
    .sort().join(' ')} ${knoten.children.length ? '' : knoten.textContent.trim()}`;
  const gleiche = knoten => [...knoten.parentNode.children].filter(k => k.nodeName === knoten.nodeName);
  const stelle = knoten => (knoten.parentNode.localName === 'BPMNPlane' ? knoten.id : `${gleiche(knoten).indexOf(knoten)} ${knoten.id ?? ''}`);
  const baum = (knoten, pfad) => {
    const hier = `${pfad}/${knoten.localName} ${stelle(knoten)}`;
    return [zeile(knoten, hier), ...[...knoten.children].flatMap(kind => baum(kind, hier))];
  };
  const zeilen = text => (art === 'formular' ? JSON.stringify(geordnet(JSON.parse(text)), null, 1).split('\n')
    : baum(new DOMParser().parseFromString(text, 'text/xml').documentElement, ''));
  const [vorher, nachher] = [zeilen(inhalt), zeilen(neu)];
  return [...vorher.filter(z => !nachher.includes(z)).map(z => `fehlt: ${z}`), ...nachher.filter(z => !vorher.includes(z)).map(z => `neu: ${z}`),
    ...vorher.length === nachher.length ? [] : [`${vorher.length} Zeilen, jetzt ${nachher.length}`]];
}
