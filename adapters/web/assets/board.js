// Keeps a projected page up to date: its content every few seconds, its timer every second.
const EVERY = 4_000;

let main = document.querySelector('main');
let endsAt = null;

function read() {
  const left = main.dataset.left;
  endsAt = left === undefined ? null : performance.now() + Number(left);
}

function tick() {
  const timer = main.querySelector('.timer');
  if (endsAt === null || timer === null) return;
  const seconds = Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000));
  timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

async function refresh() {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    // A session that is over, or a bot that is away: what is shown stays, and is asked for again.
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('main');
      if (fresh !== null) {
        main.replaceWith(fresh);
        main = fresh;
        document.title = page.title;
        read();
      }
    }
  } catch {}
  setTimeout(refresh, document.hidden ? EVERY * 5 : EVERY);
}

read();
setInterval(tick, 1_000);
setTimeout(refresh, EVERY);
