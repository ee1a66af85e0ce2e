using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Rounds.BrowserTests.Journeys;

public sealed class PasskeyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_passkey_is_made_and_opens_the_door_without_a_password()
    {
        await using var noor = await site.SignInAsync("noor");
        await GiveAuthenticatorAsync(noor.Page);

        await noor.GoAsync("/account/passkeys");
        await noor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("work laptop");
        await noor.Page.RunAndWaitForResponseAsync(
            () => noor.Page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync(),
            answer => new Uri(answer.Url).AbsolutePath == "/account/passkeys/attestation");

        // Not any text: the hint beside the field gives the same example.
        await Expect(noor.Page.Locator(".passkeys strong", new() { HasText = "work laptop" })).ToBeVisibleAsync();

        await noor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(noor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();

        // Without the suggestion under the name field, which this authenticator would answer before anybody presses the button.
        await noor.Page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        await noor.GoAsync("/account");
        await Expect(noor.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await noor.Page.RunAndWaitForResponseAsync(
            () => noor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync(),
            answer => new Uri(answer.Url).AbsolutePath == "/sign-in/passkey");

        await Expect(noor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
        await Expect(noor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account$"));
        await noor.EndAsync();
    }

    [Fact]
    public async Task A_device_without_the_passkey_stays_outside()
    {
        await using var stranger = await site.VisitAsync();
        await GiveAuthenticatorAsync(stranger.Page);

        await stranger.GoAsync("/sign-in");
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await stranger.GoAsync("/desk");
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await stranger.EndAsync();
    }

    /// <summary>Chromium's virtual authenticator: built in, with a user who touches and is recognised.</summary>
    private static async Task GiveAuthenticatorAsync(IPage page)
    {
        var debugger = await page.Context.NewCDPSessionAsync(page);
        await debugger.SendAsync("WebAuthn.enable");
        await debugger.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
