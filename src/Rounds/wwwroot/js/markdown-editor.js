// A toolbar and a live preview around a textarea of Markdown. The textarea alone is enough without this script.
const tools = [
  { name: 'Bold', key: 'b', mark: 'B', wrap: ['**', '**'], sample: 'bold words' },
  { name: 'Italic', key: 'i', mark: 'I', wrap: ['*', '*'], sample: 'words' },
  { name: 'Link', key: 'k', mark: 'Link', wrap: ['[', '](https://)'], sample: 'words of the link' },
  { name: 'Quotation', mark: '“ ”', line: '> ', sample: 'quoted words' },
  { name: 'List', mark: '•', line: '- ', sample: 'a point' },
];

class MarkdownEditor extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector('textarea');
    if (!this.area || this.bar) return;
    this.bar = document.createElement('div');
    this.bar.className = 'editor-bar';
    this.bar.setAttribute('role', 'toolbar');
    this.bar.setAttribute('aria-label', 'Formatting');
    this.bar.setAttribute('aria-controls', this.area.id);
    tools.forEach((tool, index) => this.bar.append(this.button(tool, index)));
    this.area.before(this.bar);
    this.preview = document.createElement('div');
    this.preview.className = 'editor-preview insight';
    this.preview.setAttribute('aria-label', 'Preview');
    this.preview.setAttribute('role', 'region');
    this.preview.hidden = true;
    this.area.after(this.preview);
    this.area.addEventListener('input', () => this.later());
    this.area.addEventListener('keydown', event => this.shortcut(event));
    this.bar.addEventListener('keydown', event => this.move(event));
    this.later();
  }

  button(tool, index) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = tool.mark;
    button.title = tool.key ? `${tool.name} (Ctrl+${tool.key.toUpperCase()})` : tool.name;
    button.setAttribute('aria-label', tool.name);
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener('click', () => this.apply(tool));
    return button;
  }

  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...this.bar.children];
    const at = buttons.indexOf(document.activeElement);
    const next = buttons[(at + step + buttons.length) % buttons.length];
    buttons.forEach(b => { b.tabIndex = b === next ? 0 : -1; });
    next.focus();
  }

  shortcut(event) {
    const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && tools.find(t => t.key === event.key.toLowerCase());
    if (tool) {
      event.preventDefault();
      this.apply(tool);
    }
  }

  apply(tool) {
    const { selectionStart: start, selectionEnd: end, value } = this.area;
    const chosen = value.slice(start, end) || tool.sample;
    const made = tool.line
      ? (start > 0 && value[start - 1] !== '\n' ? '\n' : '') + chosen.split('\n').map(l => tool.line + l).join('\n')
      : tool.wrap[0] + chosen + tool.wrap[1];
    this.area.focus();
    // insertText keeps the browser's own undo.
    if (!document.execCommand('insertText', false, made)) {
      this.area.setRangeText(made, start, end, 'end');
    }
    const at = start + made.indexOf(chosen);
    this.area.setSelectionRange(at, at + chosen.length);
    this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), 300);
  }

  async show() {
    const text = this.area.value;
    if (!text.trim()) {
      this.preview.hidden = true;
      return;
    }
    const form = new FormData();
    form.set('text', text);
    form.set('form-token', this.closest('form')?.querySelector('[name="form-token"]')?.value ?? '');
    try {
      const answer = await fetch('/markdown', { method: 'POST', body: form });
      if (answer.ok && this.area.value === text) {
        this.preview.innerHTML = await answer.text();
        this.preview.hidden = false;
      }
    } catch {
      // Without the network there is no preview; writing goes on.
    }
  }
}

customElements.define('markdown-editor', MarkdownEditor);
