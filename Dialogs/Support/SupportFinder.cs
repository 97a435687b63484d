using System.Collections.Immutable;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Recognition;
using ReportBot.Knowledge.Reporting;
using ReportBot.Knowledge.Services;

namespace ReportBot.Dialogs.Support;

/// <summary>The services of Appendix A that fit a person, as they are shown.</summary>
public sealed class SupportFinder(ServiceDirectory directory, ServiceGroups groups, Recogniser recogniser, Phrases phrases)
{
    private const int Shown = 5;

    /// <summary>The services for a report: by what the person chose, by what their words speak of, and by where they live.</summary>
    public ImmutableArray<ServiceView> For(ReportDraft draft, DateTimeOffset now)
    {
        var account = draft.ReadableText;
        return Views(
            new ServiceNeeds
            {
                Perceived = draft.Perceived,
                Groups = groups.GroupsIn(account),
                Wanted = groups.NeedsIn(account),
                Area = AreaOf(draft),
            },
            now);
    }

    /// <summary>The services for what a person picked or typed when they asked for support; the recogniser reads the words.</summary>
    public ImmutableArray<ServiceView> For(string? characteristic, string words, DateTimeOffset now)
    {
        ImmutableArray<Characteristic> perceived = CharacteristicLabels.TryParse(characteristic, out var chosen)
            ? [chosen]
            : [.. recogniser.Read(words).Characteristics.Select(suggestion => suggestion.Characteristic)];
        return Views(
            new ServiceNeeds { Perceived = perceived, Groups = groups.GroupsIn(words), Wanted = groups.NeedsIn(words), Area = Areas.NamedIn(words) },
            now);
    }

    private static Area? AreaOf(ReportDraft draft)
    {
        var address = draft[Question.Address]?.Words;
        return (address is null ? null : Areas.NamedIn(address)) ?? (draft.Place is { } place ? Areas.NamedIn(place) : null);
    }

    private ImmutableArray<ServiceView> Views(ServiceNeeds needs, DateTimeOffset now)
    {
        var matched = directory.Match(needs);
        return [.. matched.Take(Shown).Select(service => View(service, now))];
    }

    private ServiceView View(Service service, DateTimeOffset now) => new(
        service.Id,
        service.FullName,
        service.Serves,
        service.Phone,
        service.PhoneLink,
        service.Link.ToString(),
        Hours(service),
        service.Hours.StatusAt(now).Words,
        service.Partner);

    // The policy's hours stand as the policy's until somebody has checked them.
    private string? Hours(Service service) => service.Hours.Words is not { } hours ? null
        : service.LastChecked is null ? phrases.With("Hours_FromPolicy", hours)
        : hours;
}
