using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>Pieces of words as features: every four letters of a word of five or more, with whether it begins or ends so.</summary>
internal sealed class WordPieces
{
    private const uint Piece = 33;
    private const int Length = 4, ShortestWord = 5;

    private readonly uint[][] _byWord;

    /// <summary>Cuts every word of the vocabulary.</summary>
    public WordPieces(Vocabulary vocabulary) => _byWord = [.. vocabulary.Spelling.Select(word => Enumerable.Range(0, CountIn(word)).Select(at => In(word, at)).ToArray())];

    /// <summary>How many pieces a word has.</summary>
    public static int CountIn(ReadOnlySpan<char> letters) => letters.Length < ShortestWord ? 0 : letters.Length - Length + 1;

    /// <summary>The piece of a word that begins at a letter.</summary>
    public static uint In(ReadOnlySpan<char> letters, int at) =>
        Feature.Hash(Piece, Feature.Of(letters.Slice(at, Length)), at == 0 ? 1u : at + Length == letters.Length ? 2u : 0u);

    /// <summary>The pieces of a word of the vocabulary as it is spelt there.</summary>
    public ReadOnlySpan<uint> OfWord(int word) => _byWord[word];
}
