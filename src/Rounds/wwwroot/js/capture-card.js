// A card that is still loading asks for itself until it is there. Without this script, reloading the page does the same.
class CaptureCard extends HTMLElement {
  connectedCallback() {
    this.wait = 700;
    this.timer = setTimeout(() => this.ask(), this.wait);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async ask() {
    try {
      const answer = await fetch(this.dataset.card, { headers: { Accept: 'text/html' } });
      if (answer.status === 200) {
        this.become(await answer.text());
        return;
      }
    } catch {
      // The network is away for a moment: ask again.
    }
    this.wait = Math.min(this.wait * 1.4, 8000);
    this.timer = setTimeout(() => this.ask(), this.wait);
  }

  become(html) {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const card = parsed.querySelector('.card');
    if (card) {
      const hadFocus = this.contains(document.activeElement);
      card.setAttribute('data-arrived', '');
      this.replaceWith(document.adoptNode(card));
      if (hadFocus) card.querySelector('a, button')?.focus();
    }
  }
}

customElements.define('capture-card', CaptureCard);
