// The page works without this file. With it, messages come and go by themselves, and none is lost on the way.
const { since, past, form: formToken, say: phrases } = document.body.dataset;
const say = JSON.parse(phrases);
const log = document.getElementById('log');
const status = document.getElementById('status');
const composer = document.getElementById('composer');
const editing = document.getElementById('editing');
const text = document.getElementById('text');
const send = composer.querySelector('.send');
const finePointer = matchMedia('(pointer: fine)').matches;
let last = Number(since);

// What waits to be acknowledged and what is being written outlive the page; in memory where storing is forbidden.
const kept = (() => {
  const memory = new Map();
  const name = (key) => `tour ${location.pathname} ${key}`;
  return {
    read(key) {
      try {
        return localStorage.getItem(name(key)) ?? memory.get(key) ?? null;
      } catch {
        return memory.get(key) ?? null;
      }
    },
    write(key, value) {
      memory.set(key, value);
      try {
        if (value) localStorage.setItem(name(key), value);
        else localStorage.removeItem(name(key));
      } catch {
        // Kept in memory.
      }
    },
    name,
  };
})();

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const lines = () => [...log.querySelectorAll('.line:not(.pending)')];
const lineOf = (id) => lines().find((line) => line.dataset.id === id);
const atEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 120;

function toEnd() {
  const line = log.lastElementChild;
  if (line === null || line === log.firstElementChild) return;
  const tall = line.getBoundingClientRect().height > innerHeight * 0.6;
  if (tall && line.classList.contains('bot')) line.scrollIntoView({ block: 'start' });
  else scrollTo(0, document.documentElement.scrollHeight);
}

/** Puts lines where they belong, by their time. Their HTML was escaped where it was made. */
function show(shown) {
  const follow = atEnd();
  let fresh = false;
  for (const { id, at, html } of shown) {
    last = Math.max(last, at);
    if (past) continue;
    const made = document.createElement('template');
    made.innerHTML = html;
    const line = made.content.firstElementChild;
    const known = lineOf(id);
    if (known !== undefined) {
      if (known.dataset.version === line.dataset.version) continue;
      known.replaceWith(line);
    } else {
      const waiting = log.querySelector(`.pending[data-id="${CSS.escape(id)}"]`);
      const after = lines().findLast((one) => Number(one.dataset.at) <= at);
      if (waiting !== null && waiting.previousElementSibling === (after ?? null)) waiting.replaceWith(line);
      else {
        waiting?.remove();
        if (after === undefined) log.prepend(line);
        else after.after(line);
      }
      fresh = true;
    }
  }
  if (log.querySelector('.line') !== null) log.querySelector('.welcome')?.remove();
  // What comes back was taken, even if the answer that said so was lost.
  const waiting = queue.items.filter(({ id }) => !shown.some((one) => one.id === id));
  if (waiting.length < queue.items.length) queue.items = waiting;
  tidy();
  if (!fresh) return;
  if (follow) toEnd();
  else note('newer', say.newer, () => toEnd());
}

/**
 * Days are named where they change; only the last question shows its buttons. They are hidden, not taken away: an answer
 * may be heard before what it answers is acknowledged.
 */
function tidy() {
  let day = '';
  let asking = null;
  for (const line of lines()) {
    line.classList.toggle('same-day', line.dataset.day === day);
    day = line.dataset.day;
    if (line.classList.contains('person')) asking = null;
    else asking = line.querySelector('.choices') ?? asking;
  }
  if (log.querySelector('.pending') !== null) asking = null;
  for (const choices of log.querySelectorAll('.choices')) choices.hidden = choices !== asking;
}

function note(kind, message, act) {
  status.replaceChildren();
  status.dataset.kind = kind;
  if (message === null) return;
  if (act === undefined) {
    status.textContent = message;
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = kind;
  button.textContent = message;
  button.addEventListener('click', () => {
    note('', null);
    act();
  });
  status.append(button);
}
addEventListener('scroll', () => status.dataset.kind === 'newer' && atEnd() && note('', null), {
  passive: true,
});

// Sending: what is said is shown at once, kept until it is acknowledged, and sent again under the same id until then.

const queue = {
  get items() {
    try {
      return JSON.parse(kept.read('queue') ?? '[]');
    } catch {
      return [];
    }
  },
  set items(items) {
    kept.write('queue', items.length > 0 ? JSON.stringify(items) : '');
  },
};

/** The newest line of the bot's when the words in the field were begun: what they answer. */
let begun = null;
const newestOfBot = () => log.querySelector('.line.bot:not(:has(~ .line.bot))')?.dataset.id ?? '';

function speak(words) {
  queue.items = [...queue.items, { id: newId(), text: words, seen: begun ?? newestOfBot() }];
  begun = null;
  showPending();
  toEnd();
  void flush();
}

function showPending() {
  const items = queue.items;
  for (const line of log.querySelectorAll('.pending'))
    if (!items.some(({ id }) => id === line.dataset.id)) line.remove();
  for (const { id, text: words, error } of items) {
    if (lineOf(id) !== undefined) continue;
    let line = log.querySelector(`.pending[data-id="${CSS.escape(id)}"]`);
    if (line === null) {
      line = document.createElement('div');
      line.className = 'line person pending';
      line.dataset.id = id;
      const bubble = document.createElement('div');
      bubble.className = 'bubble';
      const by = document.createElement('p');
      by.className = 'by';
      const own = document.createElement('div');
      own.className = 'text';
      const paragraph = document.createElement('p');
      const isolated = document.createElement('bdi');
      isolated.textContent = words;
      paragraph.append(isolated);
      own.append(paragraph);
      const acts = document.createElement('p');
      acts.className = 'acts';
      bubble.append(by, own, acts);
      line.append(bubble);
      log.append(line);
    }
    line.classList.toggle('refused', error !== undefined);
    const state = error === undefined ? (trouble ? say.waiting : say.sending) : `${say.refused} ${error}`;
    const by = line.querySelector('.by');
    if (by.textContent !== state) by.textContent = state;
    const acts = line.querySelector('.acts');
    acts.replaceChildren();
    if (error !== undefined) acts.append(act(say.takeBack, () => takeBack(id)));
    else if (trouble) acts.append(act(say.retry, () => void flush(true)));
  }
  if (log.querySelector('.line') !== null) log.querySelector('.welcome')?.remove();
  tidy();
}

function act(label, does) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', does);
  return button;
}

function takeBack(id) {
  const item = queue.items.find((one) => one.id === id);
  queue.items = queue.items.filter((one) => one.id !== id);
  showPending();
  if (item === undefined) return;
  text.value = text.value === '' ? item.text : `${item.text}\n${text.value}`;
  written();
  text.focus();
}

let trouble = false;
let flushing = false;
let again = 0;
let timer = 0;

async function flush(now = false) {
  if (flushing) return;
  if (now) again = 0;
  flushing = true;
  clearTimeout(timer);
  try {
    // Two tabs have the same queue: one of them sends.
    if (navigator.locks) await navigator.locks.request(kept.name('sending'), sendAll);
    else await sendAll();
  } finally {
    flushing = false;
    const follow = atEnd();
    showPending();
    if (follow && queue.items.length > 0) toEnd();
  }
  if (queue.items.some(({ error }) => error === undefined)) {
    again += 1;
    timer = setTimeout(flush, Math.min(30_000, 400 * 2 ** Math.min(again, 7)));
  }
}

async function sendAll() {
  for (const item of queue.items) {
    if (item.error !== undefined) continue;
    const result = await post('messages', { id: item.id, text: item.text, seen: item.seen ?? '' });
    if (result.ok) {
      trouble = false;
      again = 0;
      queue.items = queue.items.filter(({ id }) => id !== item.id);
      show(result.lines);
    } else if (result.final) {
      queue.items = queue.items.map((one) => (one.id === item.id ? { ...one, error: result.message } : one));
    } else {
      trouble = true;
      if (result.wait) await new Promise((resolve) => setTimeout(resolve, result.wait));
      return;
    }
  }
}

/** `final`: trying again as it is would not help. */
async function post(what, fields) {
  try {
    const response = await fetch(what, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ form: formToken, ...fields }),
      signal: AbortSignal.timeout(20_000),
    });
    const answer = await response.json();
    if (answer.ok) return { ok: true, lines: answer.lines };
    const wait = response.status === 429 ? Number(response.headers.get('retry-after') ?? 5) * 1000 : 0;
    const final = response.status < 500 && response.status !== 429;
    return { ok: false, final, wait, message: say.errors[answer.error] ?? say.errors.failed };
  } catch {
    return { ok: false, final: false, wait: 0, message: say.errors.away };
  }
}

addEventListener('online', () => void flush(true));
addEventListener('storage', ({ key }) => {
  if (key === kept.name('queue')) showPending();
});

// Writing.

let edited = null;

function written() {
  begun = text.value === '' ? null : (begun ?? newestOfBot());
  if (edited === null) kept.write('draft', text.value);
  if (!CSS.supports('field-sizing', 'content')) {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight + 2, innerHeight * 0.4)}px`;
  }
}
text.addEventListener('input', written);
text.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && edited !== null) return stopEditing();
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !finePointer) return;
  event.preventDefault();
  composer.requestSubmit();
});

composer.addEventListener('submit', async (event) => {
  event.preventDefault();
  const words = text.value;
  if (edited === null && chosen.length > 0) return void upload(words);
  if (words.trim() === '') return text.focus();
  if (edited === null) {
    text.value = '';
    kept.write('draft', '');
    written();
    if (past) {
      queue.items = [...queue.items, { id: newId(), text: words }];
      location.href = './';
      return;
    }
    speak(words);
    text.focus();
    return;
  }
  if (send.disabled) return;
  send.disabled = true;
  const result = await post('edit', { id: edited.id, edit: edited.change, text: words });
  send.disabled = false;
  if (!result.ok) return note('error', result.message);
  show(result.lines);
  stopEditing();
});

function startEditing(line) {
  const own = line
    .querySelector('.text')
    .textContent.trim()
    .replace(/[\u2068\u2069]/gu, '');
  edited = { id: line.dataset.id, change: newId() };
  editing.hidden = false;
  send.textContent = say.save;
  text.value = own;
  written();
  text.focus();
}

function stopEditing() {
  edited = null;
  editing.hidden = true;
  send.textContent = say.send;
  text.value = kept.read('draft') ?? '';
  note('', null);
  written();
  text.focus();
}

editing.querySelector('[data-cancel]').addEventListener('click', stopEditing);
editing.querySelector('[data-delete]').addEventListener('click', async () => {
  const result = await post('delete', { id: edited.id });
  if (!result.ok) return note('error', result.message);
  show(result.lines);
  stopEditing();
});

log.addEventListener('click', (event) => {
  const link = event.target.closest('[data-edit]');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  startEditing(link.closest('.line'));
});

log.addEventListener('submit', async (event) => {
  const form = event.target.closest('.choices');
  if (form === null) return;
  event.preventDefault();
  const buttons = [...form.querySelectorAll('button')];
  if (event.submitter === null || form.dataset.busy) return;
  form.dataset.busy = '1';
  event.submitter.setAttribute('aria-pressed', 'true');
  const fields = { message: form.elements.message.value, value: event.submitter.value };
  for (const button of buttons) button.setAttribute('aria-disabled', 'true');
  const result = await post('choices', fields);
  if (result.ok) {
    show(result.lines);
    if (finePointer) text.focus();
    else log.focus();
    return;
  }
  delete form.dataset.busy;
  event.submitter.removeAttribute('aria-pressed');
  for (const button of buttons) button.removeAttribute('aria-disabled');
  note('error', result.message);
});

const commands = document.querySelector('.commands');
commands.addEventListener('submit', (event) => {
  if (past || event.submitter === null) return;
  event.preventDefault();
  speak(event.submitter.value);
});

/** On a phone the row goes on beyond its edges: it says on which. */
const sayBeyond = () => {
  const { scrollLeft, scrollWidth, clientWidth } = commands;
  commands.toggleAttribute('data-before', scrollLeft > 4);
  commands.toggleAttribute('data-after', scrollLeft + clientWidth < scrollWidth - 4);
};
commands.addEventListener('scroll', sayBeyond, { passive: true });
new ResizeObserver(sayBeyond).observe(commands);

document.querySelector('.me form').addEventListener('submit', () => {
  kept.write('draft', '');
  kept.write('queue', '');
});

// Files: chosen, dropped or pasted, then sent with what is written. They can't outlive the page.

const picker = document.getElementById('files');
const shelf = document.getElementById('chosen');
let chosen = [];
let uploading = false;

const size = (bytes) => {
  const step = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : 2;
  const shown = new Intl.NumberFormat(say.locale, { maximumFractionDigits: step === 2 ? 1 : 0 });
  return `${shown.format(bytes / 1000 ** step)} ${say.units[step]}`;
};

function choose(files) {
  if (edited !== null || past || uploading) return;
  note('', null);
  for (const file of files) {
    if (file.size > say.files.file) note('error', `${file.name} – ${say.errors.fileTooBig}`);
    else if (chosen.length >= say.files.perMessage) note('error', say.errors.tooManyFiles);
    else chosen = [...chosen, file];
  }
  showChosen();
}

function showChosen() {
  shelf.hidden = chosen.length === 0;
  shelf.replaceChildren(
    ...chosen.map((file) => {
      const item = document.createElement('li');
      const remove = act(say.remove, () => {
        chosen = chosen.filter((one) => one !== file);
        showChosen();
        picker.focus();
      });
      remove.setAttribute('aria-label', `${say.remove} ${file.name}`);
      item.append(...labelled(file), remove);
      return item;
    }),
  );
}

function labelled(file) {
  const name = document.createElement('bdi');
  name.textContent = file.name;
  const weight = document.createElement('span');
  weight.textContent = size(file.size);
  return [name, ' ', weight];
}

async function upload(words) {
  if (uploading) return;
  uploading = true;
  const files = chosen;
  const id = uploadId ?? newId();
  uploadId = id;
  send.disabled = true;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', say.uploading);
  status.replaceChildren(say.uploading, bar);
  status.dataset.kind = '';
  const result = await sendFiles(id, words, files, (part) => {
    bar.value = part;
  });
  uploading = false;
  send.disabled = false;
  if (!result.ok) {
    note('error', result.message);
    return text.focus();
  }
  uploadId = null;
  note('', null);
  chosen = [];
  showChosen();
  text.value = '';
  kept.write('draft', '');
  written();
  show(result.lines);
  toEnd();
  text.focus();
}
// The same files are sent again under the same id, so that they are taken once.
let uploadId = null;

/** `fetch` tells nothing of how far an upload is. */
function sendFiles(id, words, files, progress) {
  const form = new FormData();
  form.set('form', formToken);
  form.set('id', id);
  form.set('text', words);
  form.set('seen', begun ?? newestOfBot());
  for (const file of files) form.append('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', 'messages');
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('loadend', () => {
      const answer = request.response;
      if (answer?.ok) resolve({ ok: true, lines: answer.lines });
      else resolve({ ok: false, message: say.errors[answer?.error] ?? say.errors.away });
    });
    request.send(form);
  });
}

picker.addEventListener('change', () => {
  choose([...picker.files]);
  picker.value = '';
  text.focus();
});
const brings = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
addEventListener('dragover', (event) => {
  if (!brings(event)) return;
  event.preventDefault();
  document.body.classList.add('dropping');
});
addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) document.body.classList.remove('dropping');
});
addEventListener('drop', (event) => {
  document.body.classList.remove('dropping');
  if (!brings(event)) return;
  event.preventDefault();
  choose([...event.dataTransfer.files]);
});
text.addEventListener('paste', (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  choose(files);
});
addEventListener('beforeunload', (event) => {
  if (uploading || chosen.length > 0) event.preventDefault();
});

// Hearing.

let source = null;
let lost = 0;
let reopening = 0;

function listen() {
  clearTimeout(reopening);
  source?.close();
  source = new EventSource(`events?since=${last}`);
  source.addEventListener('line', (event) => show([JSON.parse(event.data)]));
  source.addEventListener('open', () => {
    if (lost > 0) note('', say.online);
    lost = 0;
    void flush(true);
  });
  source.addEventListener('error', () => {
    lost += 1;
    // One lost connection is repaired before anybody could read about it.
    if (lost > 1) note('offline', say.offline);
    if (source.readyState !== EventSource.CLOSED) return;
    reopening = setTimeout(listen, Math.min(30_000, 1000 * 2 ** Math.min(lost, 5)));
  });
}

// A browser has few connections for one site: a page that nobody looks at gives its own back.
let asleep = 0;
document.addEventListener('visibilitychange', () => {
  clearTimeout(asleep);
  if (document.hidden) {
    asleep = setTimeout(() => {
      source?.close();
      source = null;
    }, 60_000);
  } else if (source === null) listen();
});

log.tabIndex = -1;
document.documentElement.classList.add('live');
text.value = kept.read('draft') ?? '';
written();
showPending();
toEnd();
if (!past) listen();
