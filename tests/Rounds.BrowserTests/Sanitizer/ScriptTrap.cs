using System.Text.Json;
using Microsoft.Playwright;

namespace Rounds.BrowserTests.Sanitizer;

/// <summary>What happened while a page of fragments stood in Chromium.</summary>
/// <param name="ScriptsRun">Scripts the debugger saw compiled in the page, whatever they did; the harness's own not counted.</param>
/// <param name="Effects">Calls of the payload's <c>pwned()</c>, in the page or in a frame of it.</param>
/// <param name="Forbidden">Elements that can hold or load a script, handlers, and links with another protocol than http(s) and mailto.</param>
/// <param name="Mutated">Fragments that read back differently when parsed, serialised and parsed again.</param>
/// <param name="Which">The first offender, for a person.</param>
internal sealed record TrapVerdict(int ScriptsRun, int Effects, int Forbidden, int Mutated, string Which);

/// <summary>
/// A Chromium that serves fragments to itself, fires everything that can be fired and counts what ran. The debugger counts, not
/// only the payload: a script that fails before its payload ran nonetheless.
/// </summary>
internal sealed class ScriptTrap : IAsyncDisposable
{
    private const string Origin = "https://trap.example/";
    private const string Own = "\n//# sourceURL=trap-harness.js";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;
    private readonly ICDPSession debugger;
    private string served = "";
    private string? servedPolicy;
    private int scripts;
    private int effects;
    private string firstScript = "";

    private ScriptTrap(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession debugger) =>
        (this.playwright, this.browser, this.page, this.debugger) = (playwright, browser, page, debugger);

    public static async Task<ScriptTrap> OpenAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(Browser.Launch);
        var page = await browser.NewPageAsync();
        var trap = new ScriptTrap(playwright, browser, page, await page.Context.NewCDPSessionAsync(page));
        await trap.SetAsync();
        return trap;
    }

    /// <summary>Serves the fragments as a page, then puts each through innerHTML twice; fires and clicks all of both.</summary>
    public async Task<TrapVerdict> ShowAsync(IEnumerable<string> fragments, string? policy)
    {
        var all = fragments.ToArray();
        served = "<!doctype html><html><head><meta charset=utf-8><title>trap</title></head><body>\n" + string.Concat(all.Select(f => $"<div class=fragment>{f}</div>\n")) + "</body></html>";
        servedPolicy = policy;
        (scripts, effects, firstScript) = (0, 0, "");
        await page.GotoAsync(Origin + "page", new() { WaitUntil = WaitUntilState.Load });
        await EvaluateAsync("(" + FireAll + ")(document.documentElement)");
        var report = await EvaluateAsync($"({TwiceThroughInnerHtml})({JsonSerializer.Serialize(all)}, {FireAll}, {CountForbidden})");
        await page.WaitForTimeoutAsync(policy is null && all.Length > 1 ? 60 : 25);
        var which = report.GetProperty("which").GetString() + firstScript;
        return new TrapVerdict(scripts, effects, report.GetProperty("forbidden").GetInt32(), report.GetProperty("mutated").GetInt32(), which);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private async Task SetAsync()
    {
        // Every request but the page itself goes nowhere: a link clicked or an image loaded must not reach a network.
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Url == Origin + "page")
            {
                var headers = new Dictionary<string, string> { ["content-type"] = "text/html; charset=utf-8" };
                if (servedPolicy is not null) headers["content-security-policy"] = servedPolicy;
                await route.FulfillAsync(new() { Body = served, Headers = headers });
            }
            else await route.AbortAsync("aborted");
        });
        page.Dialog += async (_, dialog) => await dialog.DismissAsync();
        page.Popup += async (_, popup) => await popup.CloseAsync();
        debugger.Event("Debugger.scriptParsed").OnEvent += (_, script) => Count(script);
        debugger.Event("Runtime.bindingCalled").OnEvent += (_, _) => effects++;
        await debugger.SendAsync("Page.enable");
        await debugger.SendAsync("Runtime.enable");
        await debugger.SendAsync("Debugger.enable");
        await debugger.SendAsync("Runtime.addBinding", new() { ["name"] = "pwned" });
    }

    private void Count(JsonElement? script)
    {
        if (script is not { } seen) return;
        var url = seen.GetProperty("url").GetString() ?? "";
        if (url.EndsWith("trap-harness.js", StringComparison.Ordinal)) return;
        // Playwright's own scripts live in worlds of their own.
        if (seen.TryGetProperty("executionContextAuxData", out var data) && data.TryGetProperty("isDefault", out var main) && !main.GetBoolean()) return;
        scripts++;
        if (firstScript.Length == 0) firstScript = " script " + seen;
    }

    private async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await debugger.SendAsync("Runtime.evaluate", new() { ["expression"] = expression + Own, ["returnByValue"] = true, ["awaitPromise"] = true });
        if (answer!.Value.TryGetProperty("exceptionDetails", out var fault)) throw new InvalidOperationException(fault.ToString());
        return answer.Value.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    // Reading el.onclick compiles an inline handler, which the debugger counts. Links to the web are clicked with their navigation
    // held back; any other protocol is clicked for real.
    // Methods are taken from the prototypes: an unsanitized form with an input named "attributes" clobbers its own.
    private const string FireAll = """
        root => {
          const proto = Element.prototype, attributes = el => proto.getAttributeNames.call(el), within = (el, s) => proto.closest.call(el, s), is = (el, s) => proto.matches.call(el, s);
          const dispatch = (el, event) => { try { EventTarget.prototype.dispatchEvent.call(el, event); } catch { } };
          const names = ['click','dblclick','auxclick','contextmenu','mouseover','mouseenter','mousedown','mouseup','mousemove','mouseout','pointerdown','pointerenter','pointerover','focus','focusin','blur',
            'keydown','keyup','input','change','submit','reset','load','error','toggle','beforetoggle','animationstart','animationend','transitionend','wheel','scroll','scrollend','copy','cut','paste','drag','drop',
            'begin','end','start','finish','bounce','pageshow','hashchange','message','beforematch','slotchange','close','cancel','play','loadstart','select','search','touchstart','beforeinput','contentvisibilityautostatechange'];
          const all = [root, ...proto.querySelectorAll.call(root, '*')];
          for (const el of all) {
            let handled = false;
            for (const a of attributes(el)) if (/^on/i.test(a)) { handled = true; try { void el[a.toLowerCase()]; } catch { } }
            const link = within(el, 'a,area,form,button,input');
            if (handled || link) for (const n of names) if (n !== 'click' && n !== 'submit') dispatch(el, new Event(n));
            if (handled && !link) dispatch(el, new MouseEvent('click', { bubbles: true }));
          }
          const hold = e => e.preventDefault();
          for (const el of all) {
            if (!is(el, 'a,area,form,button,input,summary')) continue;
            const to = typeof el.href === 'string' ? el.href : String(el.formAction || (typeof el.action === 'string' && el.action) || '');
            const web = /^(https?|mailto):/i.test(to) || to === '';
            if (web) window.addEventListener('click', hold, true);
            if (web) window.addEventListener('submit', hold, true);
            try { is(el, 'form') ? HTMLFormElement.prototype.requestSubmit.call(el) : HTMLElement.prototype.click.call(el); } catch { dispatch(el, new MouseEvent('click', { bubbles: true, cancelable: true })); }
            window.removeEventListener('click', hold, true); window.removeEventListener('submit', hold, true);
          }
        }
        """;

    private const string CountForbidden = """
        root => {
          let count = 0; let which = '';
          const bad = what => { count++; which ||= what; };
          for (const el of root.querySelectorAll('*')) {
            if (el.namespaceURI !== 'http://www.w3.org/1999/xhtml') bad(el.outerHTML);
            if (/^(script|style|iframe|frame|object|embed|applet|base|meta|link|template|noscript|form|input|button|select|textarea|svg|math|video|audio|portal|xmp|plaintext)$/i.test(el.localName)) bad(el.outerHTML);
            for (const name of Element.prototype.getAttributeNames.call(el)) if (/^on|^srcdoc$|^action$|^formaction$|^xlink|^is$|^ping$|^background$/i.test(name)) bad(el.outerHTML);
            if (el.localName === 'a' && el.hasAttribute('href') && !/^(https?|mailto):$/.test(el.protocol)) bad(el.outerHTML);
            const id = Element.prototype.getAttribute.call(el, 'id'); if (id && !id.startsWith('user-content-')) bad(el.outerHTML);
          }
          return { count, which };
        }
        """;

    private const string TwiceThroughInnerHtml = """
        (fragments, fire, forbid) => {
          let mutated = 0, forbidden = 0, which = '';
          // A fragment that closes its own box on the served page could close ours.
          const boxes = document.querySelectorAll('body > div.fragment').length, elements = document.body?.childElementCount;
          if (boxes !== fragments.length || elements !== boxes) { forbidden++; which = `served page has ${boxes} boxes, ${elements} elements for ${fragments.length} fragments`; }
          if (!document.body || document.body.localName !== 'body') return { mutated, forbidden, which };
          document.body.replaceChildren();
          for (const fragment of fragments) {
            const once = document.createElement('div'), twice = document.createElement('div');
            document.body.append(once, twice);
            once.innerHTML = fragment;
            twice.innerHTML = once.innerHTML;
            if (!once.isEqualNode(twice)) { mutated++; which ||= 'mutated ' + fragment; }
            const { count, which: offender } = forbid(once);
            forbidden += count; which ||= offender;
            fire(once); fire(twice);
            once.remove(); twice.remove();
          }
          return { mutated, forbidden, which };
        }
        """;
}
