// Passkeys (WebAuthn, level 3). The server makes the options and checks the answers; this only carries them to the browser and back.

const able = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);

/** Sends JSON with the page's form token; a refusal becomes an Error with the server's sentence. */
async function post(path, body, signal) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", RequestVerificationToken: document.querySelector('input[name="form-token"]').value },
    body: JSON.stringify(body),
    signal,
  });
  if (answer.ok) {
    return answer.json();
  }

  const isSentence = answer.headers.get("Content-Type")?.startsWith("application/problem+json");
  throw new Error(isSentence ? (await answer.json()).detail : "That did not work. Load the page again and try once more.");
}

/** What to tell the person; nothing when they closed the browser's window themselves. */
function explain(fault) {
  switch (fault.name) {
    case "AbortError":
    case "NotAllowedError":
      return "";
    case "InvalidStateError":
      return "This device has a passkey for your account already.";
    default:
      return fault.message;
  }
}

/** Wraps a form: makes a passkey instead of sending it. */
class PasskeyCreation extends HTMLElement {
  connectedCallback() {
    if (!able) {
      return;
    }

    const form = this.querySelector("form");
    form.hidden = false;
    this.querySelector(".absent").hidden = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.create(form);
    });
  }

  async create(form) {
    const error = form.querySelector(".error");
    const button = form.querySelector("button");
    error.textContent = "";
    button.disabled = true;
    try {
      const options = await post("/account/passkeys/options", { password: form.elements.Password?.value });
      const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
      const { next } = await post("/account/passkeys/attestation", { credential: credential.toJSON(), name: form.elements.Name.value });
      location.assign(next);
    } catch (fault) {
      error.textContent = explain(fault);
      button.disabled = false;
    }
  }
}

/** A button for signing in; where the browser can, passkeys also show among the suggestions of the name field. */
class PasskeySignIn extends HTMLElement {
  #waiting;

  connectedCallback() {
    if (!able) {
      return;
    }

    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => this.signIn());
    this.suggest();
  }

  disconnectedCallback() {
    this.#waiting?.abort();
  }

  async suggest() {
    if (await PublicKeyCredential.isConditionalMediationAvailable?.()) {
      await this.signIn("conditional");
    }
  }

  async signIn(mediation) {
    // The browser asks one question at a time: the button takes over from the suggestions.
    this.#waiting?.abort();
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    const error = this.querySelector(".error");
    error.textContent = "";
    try {
      const options = await post("/sign-in/passkey/options", {}, signal);
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      const credential = await navigator.credentials.get({ publicKey, mediation, signal });
      signal.throwIfAborted();
      const { next } = await post("/sign-in/passkey", { credential: credential.toJSON(), from: this.dataset.from });
      location.assign(next);
    } catch (fault) {
      error.textContent = explain(fault);
      if (mediation !== "conditional" && !signal.aborted) {
        this.suggest();
      }
    }
  }
}

customElements.define("passkey-creation", PasskeyCreation);
customElements.define("passkey-sign-in", PasskeySignIn);
