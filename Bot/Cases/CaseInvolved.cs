using System.Collections.Immutable;

namespace ReportBot.Bot.Cases;

/// <summary>Somebody who stands among the people involved.</summary>
/// <param name="Person">Who.</param>
/// <param name="Last">What was last done to what is recorded of them: a change made after another was made meanwhile is refused.</param>
public sealed record InvolvedPerson(Involved Person, CaseEvent Last);

/// <summary>The people involved in a case, as its history has them. A pure function of it.</summary>
public static class CaseInvolved
{
    /// <summary>Works it out, in the order they were added.</summary>
    public static ImmutableArray<InvolvedPerson> Of(ImmutableArray<CaseEvent> history)
    {
        var people = ImmutableArray.CreateBuilder<InvolvedPerson>();
        foreach (var happened in history)
            switch (happened)
            {
                case InvolvedAdded added:
                    people.Add(new InvolvedPerson(added.Person, added));
                    break;
                case InvolvedChanged changed:
                    for (var i = 0; i < people.Count; i++)
                        if (people[i].Person.Id == changed.Person.Id)
                            people[i] = new InvolvedPerson(changed.Person, changed);
                    break;
                case InvolvedRemoved removed:
                    people.RemoveAll(one => one.Person.Id == removed.Person);
                    break;
            }

        return people.ToImmutable();
    }
}
