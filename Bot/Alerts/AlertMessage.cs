using System.Text.Json.Serialization;
using ReportBot.Bot.Staff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Alerts;

/// <summary>
/// What an alert says, on every way: that something waits, in which queue, and where to sign in. It never says what, whose or where: it is
/// read on lock screens and passes through others' hands.
/// </summary>
/// <param name="Id">The sending's id: the same again is the same.</param>
/// <param name="At">Since when it waits, UTC.</param>
/// <param name="Text">The words.</param>
/// <param name="Link">Where to sign in.</param>
/// <param name="Step">Whom it goes to.</param>
public sealed record AlertMessage(Guid Id, DateTimeOffset At, string Text, Uri Link, AlertStep Step)
{
    /// <summary>What is said of something in a queue.</summary>
    /// <param name="send">The sending.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="site">The address at which staff reach the service.</param>
    public static AlertMessage Of(AlertSend send, Queue queue, Uri site)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(site);
        return new AlertMessage(
            send.Id, send.Made, $"ReportBot: something urgent waits in the {StaffWords.Inside(StaffWords.Of(queue))} queue. Sign in.", new Uri(site, "/staff"), send.Step);
    }
}

/// <summary>An alert as it is posted: a published format.</summary>
/// <param name="Id">The sending's id.</param>
/// <param name="At">Since when it waits, UTC.</param>
/// <param name="Text">The words.</param>
/// <param name="Link">Where to sign in.</param>
/// <param name="To">Whom it is for: <c>on-call</c>, <c>next</c> or <c>managers</c>.</param>
internal sealed record PostedAlert(Guid Id, DateTimeOffset At, string Text, Uri Link, string To)
{
    public static PostedAlert Of(AlertMessage message) => new(message.Id, message.At, message.Text, message.Link, message.Step switch
    {
        AlertStep.OnCall => "on-call",
        AlertStep.Next => "next",
        _ => "managers",
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PostedAlert))]
internal sealed partial class AlertJson : JsonSerializerContext;
