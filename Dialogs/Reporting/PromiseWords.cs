using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Calendar;

namespace ReportBot.Dialogs.Reporting;

/// <summary>
/// What a person is told of the contact promise, wherever it is spoken of. When their safe times move the day, they are told why it is not
/// the next working day. Where no safe time is one at which anybody works, they are told that nobody will try: what waits behind their code
/// is safe at any time.
/// </summary>
public static class PromiseWords
{
    /// <summary>The promise in words: one or more whole sentences.</summary>
    public static string Of(Phrases phrases, ContactPromise promise)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(promise);
        return phrases.With($"Promise_{promise.Basis}", Spoken.Promise(promise));
    }

    /// <summary>True when nobody calls, writes or visits, and the answer waits behind the return code.</summary>
    public static bool IsBehindCode(ContactPromise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return promise.Basis is PromiseBasis.NoSafeTime or PromiseBasis.Anonymous;
    }
}
