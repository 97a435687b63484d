using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>Reads phone numbers, e-mail addresses and the person's own name.</summary>
internal sealed class ContactReader(GivenNames names)
{
    private static readonly string[] Anonymity =
    [
        "anonymous", "anonymously", "anon", "annonymous", "anonymus", "no name", "not give my name", "not to give my name", "don't want to give my name", "dont want to give my name", "rather not give my name", "rather not say my name", "without my name", "stay hidden",
        "don't want to be named", "dont want to be named", "keep my name out", "no contact details", "don't contact me", "dont contact me",
    ];

    private readonly OwnName _ownName = new(names);

    /// <summary>What stands in free words, with the span of the first of it; null when nothing does.</summary>
    public Found<ContactDetails>? In(string text)
    {
        using var read = Words(text);
        var (phone, email, name) = (Phones.In(text).FirstOrDefault(), Emails.In(text).FirstOrDefault(), _ownName.Introduced(text, read));
        return (name ?? phone ?? email) is { } first ? new Found<ContactDetails>(Details(name, phone, email), first.Where) : null;
    }

    /// <summary>What an answer to "how can we reach you" says; null when it says nothing that can be read.</summary>
    public ContactDetails? Answer(string text)
    {
        if (Anonymity.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)))
            return new ContactDetails { Anonymous = true };
        using var read = Words(text);
        var (phone, email) = (Phones.In(text).FirstOrDefault(), Emails.In(text).FirstOrDefault());
        var name = _ownName.Introduced(text, read) ?? _ownName.Bare(text, read);
        return name is null && phone is null && email is null ? null : Details(name, phone, email);
    }

    private static ReadText Words(string text)
    {
        var read = ReadText.Rent();
        Tokeniser.Read(text, read);
        return read;
    }

    private static ContactDetails Details(Found<string>? name, Found<string>? phone, Found<string>? email) =>
        new() { Name = name?.Value.Trim(), Phone = phone?.Value, Email = email?.Value };
}
