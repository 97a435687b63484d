using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Conversations;
using ReportBot.Bot.Storage.Evidence;

namespace ReportBot.Bot.Staff.Uploads;

/// <summary>
/// Reads forms with files of the console. The framework would lay the files down in plain before any page sees them; here they go from the network into
/// the encrypted store, as those of residents do. A page that uses this ignores the framework's check of the form's token: it is done here.
/// </summary>
public sealed class StaffUploads(FileIntake intake, EvidenceStore store, ThreadGates gates, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forms)
{
    /// <summary>Opens a form; null when it is none of ours. Its token and fields stand before its files.</summary>
    public async Task<StaffUpload?> OpenAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        intake.MakeRoom(context);
        var fields = new UploadFields();
        try
        {
            var form = await IncomingForm.OpenAsync(context.Request, fields, context.RequestAborted);
            var first = await form.NextFileAsync(context.RequestAborted);
            var isTooLong = first is not null && context.Request.ContentLength > intake.LongestRequest;
            return await IsOursAsync(context, fields) ? new StaffUpload(intake, store, gates, fields, (form, first, isTooLong)) : null;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException && !context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    // The check reads a header first, and the body, which is ours to read, not at all then.
    private Task<bool> IsOursAsync(HttpContext context, UploadFields fields)
    {
        context.Request.Headers[forms.Value.HeaderName!] = fields[forms.Value.FormFieldName] ?? "none"; // It has a name unless somebody takes it away.
        return antiforgery.IsRequestValidAsync(context);
    }
}
