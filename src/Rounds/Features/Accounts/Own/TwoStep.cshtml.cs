using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Own;

public sealed class TwoStepModel(UserManager<User> users, SignInManager<User> signIn, TwoStep twoStep) : OwnPageModel(users, signIn)
{
    private const string SettingUp = "TwoStepFor";
    private const string FreshCodes = "RecoveryCodes";

    [BindProperty, DataType(DataType.Password), StringLength(256, ErrorMessage = "A password has at most 256 characters.")]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Shown while setting up, which began with the password; never otherwise.</summary>
    public TwoStepKey? Key { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LookAsync();
        Codes = TempData[FreshCodes] as string[] ?? [];
    }

    public async Task<IActionResult> OnPostKeyAsync()
    {
        var me = await LookAsync();
        if (IsOn || !await ConfirmAsync(me, Password, nameof(Password)))
        {
            return Page();
        }

        await twoStep.MakeKeyAsync(me);
        await KeepSessionAsync(me);
        TempData[SettingUp] = me.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Back();
    }

    public async Task<IActionResult> OnPostActivationAsync()
    {
        var me = await LookAsync();
        if (IsOn || Key is null)
        {
            return Back();
        }

        if (await twoStep.ActivateAsync(me, string.Concat((Code ?? "").Where(char.IsAsciiDigit))) is not { } codes)
        {
            ModelState.AddModelError(nameof(Code), "That is not the code of this moment. Wait for the next one, and check that the clock of your phone is right.");
            return Page();
        }

        TempData.Remove(SettingUp);
        return await ShowCodesAsync(me, codes, "Two-step sign-in is on.");
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        var me = await LookAsync();
        if (!IsOn || !await ConfirmAsync(me, Password, nameof(Password)))
        {
            return Page();
        }

        return await ShowCodesAsync(me, await twoStep.RenewCodesAsync(me), "Here are new codes. The old ones work no more.");
    }

    public async Task<IActionResult> OnPostRemovalAsync()
    {
        var me = await LookAsync();
        if (!IsOn || !await ConfirmAsync(me, Password, nameof(Password)))
        {
            return Page();
        }

        await twoStep.TurnOffAsync(me);
        await KeepSessionAsync(me);
        TempData["Notice"] = "Two-step sign-in is off.";
        return Back();
    }

    private async Task<User> LookAsync()
    {
        var me = await MeAsync();
        IsOn = me.TwoFactorEnabled;
        CodesLeft = IsOn ? await Users.CountRecoveryCodesAsync(me) : 0;
        var isSettingUp = !IsOn && TempData.Peek(SettingUp) as string == me.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Key = isSettingUp ? await twoStep.KeyAsync(me) : null;
        return me;
    }

    private async Task<IActionResult> ShowCodesAsync(User me, IReadOnlyList<string> codes, string notice)
    {
        await KeepSessionAsync(me);
        TempData[FreshCodes] = codes.ToArray();
        TempData["Notice"] = notice;
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect("/account/two-step");
}
