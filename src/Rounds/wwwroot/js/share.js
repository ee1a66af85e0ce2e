// "Share" opens the device's own share sheet; where there is none it copies the link. Without this script it is the link itself.
class ShareLink extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector('a');
    this.link?.addEventListener('click', event => this.share(event));
  }

  async share(event) {
    const url = this.link.href;
    if (navigator.share) {
      event.preventDefault();
      try {
        await navigator.share({ url, title: this.closest('article')?.querySelector('h1, h3')?.textContent.trim() });
      } catch {
        // The person closed the sheet.
      }
    } else if (navigator.clipboard) {
      event.preventDefault();
      await navigator.clipboard.writeText(url);
      this.say('Link copied');
    }
  }

  say(words) {
    let status = this.querySelector('[role=status]');
    if (!status) {
      status = document.createElement('span');
      status.setAttribute('role', 'status');
      status.className = 'share-status';
      this.append(status);
    }
    status.textContent = words;
    setTimeout(() => { status.textContent = ''; }, 4000);
  }
}

customElements.define('share-link', ShareLink);
