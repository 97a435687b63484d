using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReportBot.Bot.Channels.Website;
using ReportBot.Bot.Equality;
using ReportBot.Knowledge.Equality;

namespace ReportBot.Bot.Site.Pages;

/// <summary>
/// The questions about a person, for whoever has sent a report. Showing them looks at the session to see that one was sent; taking the answers
/// does not. No turn of the conversation comes of either.
/// </summary>
public sealed class AboutYouModel(ChatDoor door, EqualityTickets tickets, EqualityStore store) : PageModel
{
    /// <summary>The field of the form that carries its ticket.</summary>
    public const string TicketField = "ticket";

    private const string ThanksAddress = "/about-you/thanks";

    /// <summary>The ticket of the form; null when no report was sent from here, and nothing is asked.</summary>
    public string? Ticket { get; private set; }

    /// <summary>What was chosen in a form that was not taken, by the question's id.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; private set; } = new Dictionary<string, string>();

    /// <summary>Why a form was not taken; null when none was sent.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the questions.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Ticket = await NewTicketAsync(cancellationToken);

    /// <summary>Takes the answers, once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await PostedForm.ReadAsync(Request, cancellationToken);
        var ticket = form[TicketField].ToString();
        var answers = EqualityQuestions.Known(question => form[question].ToString());
        switch (tickets.Use(ticket))
        {
            case TicketUse.Good:
                return await StoreAsync(answers, ticket);
            case TicketUse.Used:
                return Thanks();
            default:
                (Chosen, Ticket) = (answers, await NewTicketAsync(cancellationToken));
                return Refuse(StatusCodes.Status422UnprocessableEntity, "We could not take that, because the page was open for too long. Nothing of it was kept. Your report is not affected.");
        }
    }

    private async Task<IActionResult> StoreAsync(IReadOnlyDictionary<string, string> answers, string ticket)
    {
        try
        {
            await store.AddAsync(answers);
            return Thanks();
        }
        catch (IOException)
        {
            // Nothing was stored: the same form can be sent again, or left.
            tickets.GiveBack(ticket);
            (Chosen, Ticket) = (answers, ticket);
            return Refuse(StatusCodes.Status503ServiceUnavailable, "We could not keep your answers just now. Your report is safe. Send them again in a minute, or leave them.");
        }
    }

    private async Task<string?> NewTicketAsync(CancellationToken cancellationToken) =>
        await door.VisitAsync(Request, cancellationToken) is { Tail.Thread: { Sent: true } thread } ? tickets.New(thread.Id) : null;

    private EmptyResult Thanks()
    {
        ChatAnswer.SeeOther(HttpContext, ThanksAddress);
        return new EmptyResult();
    }

    private PageResult Refuse(int status, string problem)
    {
        (Response.StatusCode, Problem) = (status, problem);
        return Page();
    }
}
