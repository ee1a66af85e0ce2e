using System.Collections;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rounds.Tests;

/// <summary>A form as a browser sends it (HTML Standard, 4.10.22.4, Constructing the entry list).</summary>
internal sealed class FilledForm
{
    private readonly VisitedPage _page;
    private readonly IHtmlFormElement _form;
    private readonly IElement? _button;
    private readonly Dictionary<string, PickedFile[]> _files = [];

    private FilledForm(VisitedPage page, IHtmlFormElement form, IElement? button) => (_page, _form, _button) = (page, form, button);

    public static FilledForm Of(VisitedPage page, string selector, object? fields)
    {
        var element = page.Find(selector);
        var form = element as IHtmlFormElement ?? OwnerOf(element)
            ?? throw new Xunit.Sdk.XunitException($"{selector} on {page.Path} is neither a form nor a button of one.");
        var button = element is IHtmlFormElement ? form.Elements.FirstOrDefault(IsSubmitButton) : element;
        var filled = new FilledForm(page, form, button);
        foreach (var (name, value) in Named(fields))
        {
            filled.Fill(name, value);
        }

        return filled;
    }

    public HttpRequestMessage ToRequest()
    {
        var entries = Entries().ToList();
        var method = (_button?.GetAttribute("formmethod") ?? _form.GetAttribute("method") ?? "get").ToLowerInvariant();
        var action = _button?.GetAttribute("formaction") ?? _form.GetAttribute("action");
        var target = new Uri(_page.Address, string.IsNullOrEmpty(action) ? _page.Address.PathAndQuery : action);
        if (method != "post")
        {
            var query = string.Join('&', entries.Select(e => $"{Uri.EscapeDataString(e.Name)}={Uri.EscapeDataString(e.Value)}"));
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(target) { Query = query }.Uri);
        }

        var isMultipart = (_button?.GetAttribute("formenctype") ?? _form.GetAttribute("enctype")) == "multipart/form-data";
        return new HttpRequestMessage(HttpMethod.Post, target) { Content = isMultipart ? Multipart(entries) : UrlEncoded(entries) };
    }

    private static FormUrlEncodedContent UrlEncoded(IEnumerable<(string Name, string Value, PickedFile? File)> entries) =>
        new(entries.Select(e => KeyValuePair.Create(e.Name, e.Value)));

    private static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value, PickedFile? File)> entries)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value, file) in entries)
        {
            if (file is null)
            {
                parts.Add(new StringContent(value), $"\"{name}\"");
            }
            else
            {
                parts.Add(file.ToContent(), $"\"{name}\"", file.Name.Length == 0 ? "\"\"" : file.Name);
            }
        }

        return parts;
    }

    private IEnumerable<(string Name, string Value, PickedFile? File)> Entries()
    {
        foreach (var element in _form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || IsDisabled(element) || (IsButton(element) && element != _button))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                    if (tick.IsChecked)
                    {
                        yield return (name, tick.GetAttribute("value") ?? "on", null);
                    }

                    break;
                case IHtmlInputElement { Type: "file" }:
                    foreach (var file in _files.GetValueOrDefault(name) ?? [new PickedFile("", "application/octet-stream", [])])
                    {
                        yield return (name, file.Name, file);
                    }

                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected && !o.IsDisabled))
                    {
                        yield return (name, option.Value, null);
                    }

                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value.ReplaceLineEndings("\r\n"), null);
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value ?? "", null);
                    break;
                case IHtmlButtonElement:
                    yield return (name, element.GetAttribute("value") ?? "", null);
                    break;
            }
        }
    }

    private void Fill(string name, object? value)
    {
        var fields = _form.Elements.Where(e => Matches(e.GetAttribute("name"), name) && !IsButton(e)).ToList();
        var names = fields.Select(f => f.GetAttribute("name")).Distinct().ToList();
        if (names.Count != 1)
        {
            var all = string.Join(", ", _form.Elements.Select(e => e.GetAttribute("name")).Where(n => n is not null).Distinct());
            throw new Xunit.Sdk.XunitException($"{_page.Path}: {(names.Count == 0 ? "no field" : "more than one field")} '{name}' in the form; it has {all}.");
        }

        // A tick box is followed by a hidden field that says it was on the page; what a person works is the box.
        var visible = fields.Where(f => f is not IHtmlInputElement { Type: "hidden" }).ToList();
        foreach (var field in visible.Count > 0 ? visible : fields)
        {
            FillOne(field, names[0]!, value);
        }
    }

    private void FillOne(IElement field, string name, object? value)
    {
        switch (field)
        {
            case IHtmlInputElement { Type: "file" }:
                _files[name] = value as PickedFile[] ?? [(PickedFile)value!];
                break;
            case IHtmlInputElement { Type: "checkbox" or "radio" } tick:
                tick.IsChecked = value is bool on ? on : Several(value).Contains(tick.GetAttribute("value") ?? "on");
                break;
            case IHtmlSelectElement select:
                Choose(select, name, Several(value));
                break;
            case IHtmlTextAreaElement area:
                area.Value = OneText(value);
                break;
            case IHtmlInputElement input:
                input.Value = OneText(value);
                break;
        }
    }

    private void Choose(IHtmlSelectElement select, string name, IReadOnlyList<string> wanted)
    {
        foreach (var choice in wanted.Where(w => select.Options.All(o => o.Value != w && o.Text != w)))
        {
            throw new Xunit.Sdk.XunitException($"{_page.Path}: '{name}' does not offer '{choice}', only {string.Join(", ", select.Options.Select(o => o.Text))}.");
        }

        foreach (var option in select.Options)
        {
            option.IsSelected = wanted.Contains(option.Value) || wanted.Contains(option.Text);
        }
    }

    private static bool Matches(string? fieldName, string name)
    {
        var wanted = name.Replace('_', '.');
        return fieldName is not null
            && (fieldName == name
                || string.Equals(fieldName, wanted, StringComparison.OrdinalIgnoreCase)
                || fieldName.EndsWith("." + wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(string Name, object? Value)> Named(object? fields) => fields switch
    {
        null => [],
        IDictionary<string, string> texts => texts.Select(t => (t.Key, (object?)t.Value)),
        IDictionary<string, object?> values => values.Select(v => (v.Key, v.Value)),
        _ => fields.GetType().GetProperties().Select(p => (p.Name, p.GetValue(fields))),
    };

    private static IReadOnlyList<string> Several(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object>().Select(OneText)],
        _ => [OneText(value)],
    };

    private static string OneText(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static IHtmlFormElement? OwnerOf(IElement element) => element switch
    {
        IHtmlButtonElement button => button.Form,
        IHtmlInputElement input => input.Form,
        _ => null,
    };

    private static bool IsDisabled(IElement element) =>
        element.HasAttribute("disabled") || element.Closest("fieldset[disabled]") is not null || element.Closest("template, datalist") is not null;

    private static bool IsButton(IElement element) =>
        element is IHtmlButtonElement or IHtmlInputElement { Type: "submit" or "image" or "button" or "reset" };

    private static bool IsSubmitButton(IElement element) =>
        !IsDisabled(element) && element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" or "image" };
}
