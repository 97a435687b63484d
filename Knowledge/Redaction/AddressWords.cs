using System.Collections.Frozen;

namespace ReportBot.Knowledge.Redaction;

/// <summary>What postal addresses are told by, from the data file places.txt.</summary>
internal sealed class AddressWords
{
    private static readonly Lazy<AddressWords> Once = new(() => new AddressWords());

    private readonly FrozenSet<string> _streets;
    private readonly FrozenSet<string> _others;
    private readonly FrozenSet<string> _no;

    private AddressWords()
    {
        var words = WordLists.Of("places.txt");
        (_streets, _others, _no) = (words.Set("street"), words.Set("street with a capital or a number"), words.Set("no part of a street"));
    }

    /// <summary>The one instance.</summary>
    public static AddressWords Shared => Once.Value;

    /// <summary>True for a word that is nothing but the end of a street's name: road, lane.</summary>
    public bool IsStreet(string folded) => _streets.Contains(folded);

    /// <summary>True for a word that ends the names of streets or buildings and is a word besides: close, court.</summary>
    public bool MayBeStreet(string folded) => _others.Contains(folded);

    /// <summary>True for a word that is no part of a street's name.</summary>
    public bool IsNone(string folded) => _no.Contains(folded);
}
