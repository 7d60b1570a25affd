// Brings in what changed, without moving what the reader is looking at. The page is complete without this.
(() => {
  const live = document.getElementById('live');
  const liveText = document.getElementById('live-text');
  const news = document.getElementById('news');
  let shown = document.body.dataset.version;
  let busy = false;
  let again = false;

  const say = (state) => {
    live.className = `live ${state}`;
    liveText.textContent = live.dataset[state];
  };

  const refresh = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      if (answer.ok) apply(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      say('lost');
    } finally {
      busy = false;
      if (again) { again = false; refresh(); }
    }
  };

  const apply = (next) => {
    shown = next.body.dataset.version;
    document.title = next.title;
    for (const id of ['counts', 'notes']) {
      document.getElementById(id).replaceChildren(...next.getElementById(id).childNodes);
    }
    const list = document.getElementById('list');
    const cards = next.getElementById('cards');
    if (!cards || !document.getElementById('cards')) {
      const count = cards ? cards.children.length : 0;
      if (cards) for (const card of cards.children) card.classList.add('new');
      list.replaceChildren(...next.getElementById('list').childNodes);
      announce(count);
      return;
    }
    announce(merge(document.getElementById('cards'), [...cards.children]));
  };

  // Keeps every card that did not change, so that focus and selection stay where they are.
  const merge = (list, wanted) => {
    let count = 0;
    const kept = wanted.map((card) => {
      const known = document.getElementById(card.id);
      if (known) keepOpen(known, card);
      if (known && known.innerHTML === card.innerHTML) return known;
      if (!known) { card.classList.add('new'); count += 1; }
      return card;
    });
    const staying = new Set(kept);
    for (const card of [...list.children]) if (!staying.has(card)) card.remove();
    kept.forEach((card, i) => { if (list.children[i] !== card) list.insertBefore(card, list.children[i] ?? null); });
    return count;
  };

  // What the reader unfolded stays unfolded.
  const keepOpen = (known, card) => {
    const open = new Set([...known.querySelectorAll('details[open]')].map((right) => right.dataset.right));
    for (const right of card.querySelectorAll('details')) right.open = open.has(right.dataset.right);
  };

  const announce = (count) => {
    if (count > 0) news.textContent = count === 1 ? news.dataset.one : news.dataset.many.replace('{n}', count);
  };

  const changes = new EventSource('/changes');
  changes.onopen = () => say('live');
  changes.onerror = () => say('lost');
  changes.onmessage = (event) => { if (event.data !== shown) refresh(); };
})();
