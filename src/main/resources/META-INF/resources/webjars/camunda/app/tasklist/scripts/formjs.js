// Tasklist keeps the form to itself, and its only way to read it marks what is missing. So the class is looked up in the
// bundle of the web application, and each form is met when it is drawn. Without it there are no drafts, but all else works.

/** Who waits for the form that is drawn in an element: has a method zeichne(form, schema, data, draw). */
export const stellen = new WeakMap();

/** The class of forms, null when it is not where it was. */
export const formjs = (() => {
  try {
    let gefunden;
    window.webpackChunkcamunda_bpm_webapp.push([['ik-entwurf'], {}, lade => {
      const id = Object.keys(lade.m).find(modul => lade.m[modul].toString().includes('_getSubmitData(){'));
      gefunden = lade(id).Form;
    }]);
    const {importSchema} = gefunden.prototype;
    gefunden.prototype.importSchema = function (schema, daten = {}) {
      const zeichne = werte => importSchema.call(this, schema, werte);
      const stelle = stellen.get(this._container.parentElement);
      return stelle ? stelle.zeichne(this, schema, daten, zeichne) : zeichne(daten);
    };
    return gefunden;
  } catch (fehler) {
    console.warn('no drafts', fehler);
    return null;
  }
})();

const sagtNur = k => k.disabled || k.readonly || k.type === 'expression' || k.properties?.aufbewahren === 'nein';

/** What the form asks, as the server keeps it: not what it only shows, but in rows that too, because they are known by it. */
export function gefragt(form, komponenten, daten, ganz = false) {
  const werte = {};
  for (const k of komponenten ?? []) {
    const pfad = k.key ?? k.path;
    const inhalt = daten[pfad];
    if (k.type === 'group' && !k.path) {
      Object.assign(werte, gefragt(form, k.components, daten, ganz));
    } else if (!pfad || inhalt === undefined || !ganz && sagtNur(k) || k.properties?.aufbewahren === 'nein') {
      continue;
    } else if (k.type === 'dynamiclist') {
      werte[pfad] = (Array.isArray(inhalt) ? inhalt : []).map(zeile => gefragt(form, k.components, zeile ?? {}, true));
    } else if (k.type === 'group') {
      werte[pfad] = gefragt(form, k.components, inhalt ?? {}, true);
    } else if (form.get('formFields').get(k.type)?.config.keyed) {
      werte[pfad] = inhalt;
    }
  }
  return werte;
}
