using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using ReportBot.Bot.Staff.Entering;

namespace ReportBot.Bot.Staff;

/// <summary>
/// What is answered to a form that comes when the sign-in has ended: nothing was done, and what was typed stands in the page, so that it can
/// be copied. It goes back to the browser it came from and is kept nowhere.
/// </summary>
public static class SignedOutPage
{
    // Every box of a page of the console in which somebody writes what would be lost. What is looked for or signs somebody in is none of it.
    private static readonly FrozenSet<string> Boxes = new[]
    {
        "Words", "BecauseNote",
        "Form.Words", "Form.Note", "Form.BecauseNote", "Form.Outcome", "Form.LateReason", "Form.Told", "Form.Reason",
        "Custody.Reason", "Decision.Reason", "Wall.Reason", "Out.Note",
        "Known.Property", "Known.Patch", "Known.Interpreter", "Known.Note", "Known.Reason",
        "Person.Name", "Person.Relation", "Person.House", "Person.Street", "Person.Postcode", "Person.Phone", "Person.Description", "Person.Reason",
        "Work.What", "Work.Agreed", "Work.Told", "Work.NoneBecause", "Work.Why", "Work.Number", "Work.Force", "Work.Where", "Work.RepairNumber", "Work.Came",
        "Work.Whom", "Work.SafetyReason", "Work.AgreedHow", "Work.AgainstReason", "Work.WantedBecause", "Work.NotNeededBecause",
        "Work.MayPassOn", "Work.PassedOn", "Work.Answer",
        "from", "note",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the name of a box that words are written in, which are given back.</summary>
    public static bool HoldsWords(string name) => Boxes.Contains(name) || EntryForms.HoldsWords(name);

    /// <summary>Writes the page; false when nothing was typed that would be lost, and nothing was written.</summary>
    /// <param name="context">The request that nobody is signed in for.</param>
    /// <param name="signIn">The address of the sign-in.</param>
    public static async Task<bool> WriteAsync(HttpContext context, string signIn)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
            return false;
        var typed = await TypedAsync(context);
        if (typed.Count == 0)
            return false;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Html(typed, signIn), context.RequestAborted);
        return true;
    }

    // By the names of the boxes that words are written in: whatever else a form carries, such as ids, dates, codes and passwords, stays out.
    private static async Task<IReadOnlyList<string>> TypedAsync(HttpContext context)
    {
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return [.. form.Where(field => HoldsWords(field.Key)).SelectMany(field => field.Value).OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value))];
        }
        catch (InvalidDataException)
        {
            return []; // No form of ours: there is nothing to give back.
        }
    }

    private static string Html(IReadOnlyList<string> typed, string signIn)
    {
        var (boxes, number) = (new StringBuilder(), 0);
        foreach (var words in typed)
            boxes.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
                <p><label for="typed-{++number}">What you typed</label>
                <textarea id="typed-{number}" rows="6" readonly>
                {HtmlEncoder.Default.Encode(words)}</textarea></p>

                """);
        return $"""
            <!doctype html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>You are signed out</title><link rel="stylesheet" href="/css/staff.css"></head>
            <body>
            <main>
            <h1>You are signed out</h1>
            <p>Your sign-in had ended, so nothing was sent or changed. What you typed is only in this page: copy it, sign in, and send it again.</p>
            {boxes}<p><a class="button" href="{HtmlEncoder.Default.Encode(signIn)}">Sign in</a></p>
            </main>
            </body>
            </html>
            """;
    }
}
