using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Accounts;
using Rounds.Platform.Web;

namespace Rounds.Features.Import;

/// <summary>The page for bringing files in. It answers with the report; sending the same files again changes nothing.</summary>
[Authorize]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(ImportDesk desk, ImportQueries queries) : PageModel
{
    // Two files of the largest size, or many small ones.
    private const long MostBytes = 2L * ImportFile.MostBytes + 1024 * 1024;

    public sealed class Form
    {
        public List<IFormFile> Files { get; set; } = [];

        /// <summary>Address of one of the topics offered; empty for a new one.</summary>
        public string? Topic { get; set; }

        [StringLength(140, ErrorMessage = "A title has at most 140 characters.")]
        public string? Title { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();
    public IReadOnlyList<ImportChoice> Choices { get; private set; } = [];
    public List<ImportReport> Reports { get; } = [];

    public bool MayOpen => User.MayOpenTopics();

    /// <summary>Who neither curates a topic nor may open one has nothing to import into.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Choices = await queries.ChoicesAsync(User, HttpContext.RequestAborted);
        if (Choices.Count == 0 && !MayOpen)
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var isNew = string.IsNullOrEmpty(Input.Topic);
        if (isNew ? !MayOpen : Choices.All(c => c.Slug != Input.Topic))
        {
            return NotFound();
        }

        if (Input.Files.Count == 0)
        {
            ModelState.AddModelError("Input.Files", "Choose at least one file.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var target = new ImportTarget(isNew ? null : Input.Topic, isNew ? Input.Title : null, User.Id(), User.IsInRole(SiteRoles.Owner));
        foreach (var file in Input.Files)
        {
            Reports.Add(await TakeAsync(file, target, cancel));
        }

        Choices = await queries.ChoicesAsync(User, cancel);
        return Page();
    }

    private async Task<ImportReport> TakeAsync(IFormFile file, ImportTarget target, CancellationToken cancel)
    {
        var name = Path.GetFileName(file.FileName);
        if (file.Length > ImportFile.MostBytes)
        {
            return ImportReport.Refused(name, UnreadableFile.Format, ImportFile.TooLarge);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return await desk.TakeAsync(name, bytes.ToArray(), target, cancel);
    }
}
