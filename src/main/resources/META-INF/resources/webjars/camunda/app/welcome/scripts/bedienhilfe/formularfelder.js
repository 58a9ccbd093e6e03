// What the forms of form-js lack: the question of a group of answers, and lists to choose from that say what is chosen.

let ids = 0;

function id(element) {
  element.id ||= `ik-feld-${++ids}`;
  return element.id;
}

function set(element, attribute, value) {
  if (value === null) {
    element.removeAttribute(attribute);
  } else if (element.getAttribute(attribute) !== value) {
    element.setAttribute(attribute, value);
  }
}

function group(field) {
  const question = field.querySelector(':scope > .fjs-form-field-label');
  if (question) {
    set(field, 'role', field.classList.contains('fjs-form-field-radio') ? 'radiogroup' : 'group');
    set(field, 'aria-labelledby', id(question));
  }
}

function options(field) {
  const list = field.querySelector('.fjs-dropdownlist');
  if (!list) {
    return [null, null];
  }
  set(list, 'role', 'listbox');
  set(list, 'aria-label', 'Auswahl');
  const items = [...list.querySelectorAll('.fjs-dropdownlist-item')];
  items.forEach(item => {
    set(item, 'role', 'option');
    set(item, 'aria-selected', String(item.classList.contains('focused')));
    id(item);
  });
  return [id(list), items.find(item => item.classList.contains('focused'))?.id ?? null];
}

// The input is empty; what is chosen stands beside it.
function select(field) {
  const input = field.querySelector('input');
  if (!input) {
    return;
  }
  const [list, focused] = options(field);
  set(input, 'role', 'combobox');
  set(input, 'aria-haspopup', 'listbox');
  set(input, 'aria-expanded', String(list !== null));
  set(input, 'aria-controls', list);
  set(input, 'aria-activedescendant', focused);
  const label = field.querySelector('.fjs-form-field-label');
  const shown = field.querySelector('.fjs-select-display');
  if (label && shown && input.classList.contains('fjs-select-hidden-input')) {
    set(input, 'aria-labelledby', `${id(label)} ${id(shown)}`);
    set(input, 'aria-invalid', String(field.classList.contains('fjs-has-errors')));
    set(input, 'aria-required', label.querySelector('.fjs-asterix') ? 'true' : null);
  }
}

// A long table or list moves in a frame of its own, which the keyboard must be able to move.
function table(frame) {
  set(frame, 'tabindex', '0');
  set(frame, 'role', 'region');
  set(frame, 'aria-label', frame.closest('.fjs-form-field')?.querySelector('.fjs-form-field-label')?.textContent.trim() || 'Tabelle');
}

export function explainFields(form) {
  form.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach(group);
  form.querySelectorAll('.fjs-form-field-select, .fjs-form-field-taglist').forEach(select);
  form.querySelectorAll('.fjs-table-middle-container').forEach(table);
}

// The calendar reads its days as "Oktober 26, 2026".
window.flatpickr?.setDefaults({ariaDateFormat: 'j. F Y'});
