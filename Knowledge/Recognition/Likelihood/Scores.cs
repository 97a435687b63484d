using System.Numerics;
using System.Runtime.InteropServices;
using ReportBot.Knowledge.Recognition.Learning;
using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Likelihood;

/// <summary>
/// Adds up the weights of an account's features, each counted once, and what the phrase filters find, and remembers which words brought them. Kept for one thread and used
/// again, so that scoring allocates nothing.
/// </summary>
internal sealed class Scores
{
    private const int LeastPlaces = 1 << 9, MostPlaces = 1 << 14, PlacesPerWord = 32;
    private const int ForAll = -1, MostWaiting = 512;
    private const float Small = 0.15f, SmallOfPhrases = 0.1f;

    // Weights and filters judge apart and err apart: together they err less. The shares are those that did best in cross-checks.
    private const float OfWeights = 0.65f, OfPhrases = 0.65f;

    [ThreadStatic]
    private static Scores? t_spare;

    private readonly ulong[] _seen = new ulong[MostPlaces];
    private readonly float[] _weighed = new float[WeightRow.Room(Columns.Count)];
    private readonly float[] _sums = new float[Columns.Count];
    private readonly PhraseRun _phrases = new();
    private readonly Waiting[] _waiting = new Waiting[MostWaiting];
    private readonly List<(int At, int Row)> _known = [];
    private readonly List<int> _rows = [];
    private readonly List<(int First, int End, int Row)> _brought = [];
    private readonly List<(int Strand, Share Words)> _own = [];
    private readonly List<Share> _shares = [];
    private readonly List<(int Behaviour, Share Words)> _told = [];
    private AccountWeights? _weights;
    private WeightTable? _shared;
    private WeightTable? _each;
    private PhraseFilters? _filters;
    private PhraseSink _inputs;
    private uint _reading;
    private uint _lastPlace;
    private int _waits;

    /// <summary>The sum for each column: above 0 it is more likely than not.</summary>
    public ReadOnlySpan<float> Sums => _sums;

    /// <summary>Scores a text.</summary>
    public static Scores Of(FeatureReader reader, ReadText read, AccountWeights weights, PhraseFilters filters)
    {
        var scores = t_spare ?? new Scores();
        t_spare = null;
        scores.Begin(weights, filters, read);
        var sink = new Sink(scores);
        System.Span<Standing> standings = stackalloc Standing[Strands.Count];
        reader.Read(read, standings, ref sink);
        scores.Settle();
        FeatureReader.ReadHostility(standings, scores._weighed[Columns.Hostility], ref sink);
        scores.Settle();
        scores.Finish();
        return scores;
    }

    /// <summary>What each stretch of words brought for a column, small change left out; good until the next question.</summary>
    public List<Share> SharesOf(int column)
    {
        // Each is written down, and stays where it is not small: nothing has to be foretold.
        CollectionsMarshal.SetCount(_shares, _brought.Count + _own.Count + PhraseWeights.Filters);
        var shares = CollectionsMarshal.AsSpan(_shares);
        var (count, rows) = (0, _each!);
        foreach (var (first, end, row) in CollectionsMarshal.AsSpan(_brought))
        {
            var weight = rows.Row(row)[column];
            shares[count] = new Share(first, end, weight * OfWeights);
            count += Math.Abs(weight) >= Small ? 1 : 0;
        }

        if (column < Strands.Count)
            foreach (ref readonly var own in CollectionsMarshal.AsSpan(_own))
            {
                shares[count] = own.Words with { Weight = own.Words.Weight * OfWeights };
                count += own.Strand == column && Math.Abs(own.Words.Weight) >= Small ? 1 : 0;
            }

        count += _phrases.Shares(_filters!.Worth(column), OfPhrases, SmallOfPhrases, shares[count..]);
        CollectionsMarshal.SetCount(_shares, count);
        return _shares;
    }

    /// <summary>The words in which rules found a behaviour of policy 3.5, all of one weight; good until the next question.</summary>
    public List<Share> ToldOf(int behaviour)
    {
        _shares.Clear();
        foreach (var (told, words) in _told)
            if (told == behaviour)
                _shares.Add(words);
        return _shares;
    }

    /// <summary>Gives the scores back for the next reading.</summary>
    public void Return() => t_spare = this;

    private void Finish()
    {
        _phrases.Run();
        Array.Clear(_sums);
        _filters!.AddWorth(_phrases.Answers, _sums);
        for (var column = 0; column < _sums.Length; column++)
            _sums[column] = (OfPhrases * _sums[column]) + (OfWeights * _weighed[column]);
    }

    private void Begin(AccountWeights weights, PhraseFilters filters, ReadText read)
    {
        // A short text uses the front of the table alone, which stays near the processor. What does not depend on its words needs some hundred places.
        _lastPlace = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(read.Count * PlacesPerWord, LeastPlaces, MostPlaces)) - 1;
        (_weights, _shared, _each) = (weights, weights.Learned.SharedRows, weights.Learned.Rows);
        (_filters, _inputs) = (filters, new PhraseSink(filters, _phrases, read, 0));
        _phrases.Begin(filters, read.Count);
        _reading++;
        _waits = 0;
        _known.Clear();
        _rows.Clear();
        _brought.Clear();
        _own.Clear();
        _told.Clear();
        Array.Clear(_weighed);
    }

    // Features wait until there are many, and their memory has come meanwhile.
    private void Settle()
    {
        var (shared, rows) = (_shared!, _each!);
        foreach (ref readonly var waiting in _waiting.AsSpan(0, _waits))
            if (waiting.Strand == ForAll)
                Weigh(rows, waiting);
            else
                WeighShared(shared, waiting);
        _waits = 0;
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_known))
            WeighRow(known.Row, known.At, known.At + 1);
        rows.AddRows(CollectionsMarshal.AsSpan(_rows), _weighed);
        _known.Clear();
        _rows.Clear();
    }

    private void Weigh(WeightTable rows, in Waiting waiting)
    {
        if (rows.Search(waiting.Feature) is var row and not WeightTable.Nowhere)
            WeighRow(row, waiting.First, waiting.End);
    }

    private void WeighRow(int row, int first, int end)
    {
        // Each feature has a row of its own.
        if (!IsNew((uint)row))
            return;
        _rows.Add(row);
        if (end > first)
            _brought.Add((first, end, row));
    }

    private void Know(int row, int at)
    {
        if (row == WeightTable.Nowhere)
            return;
        _each!.Fetch(row);
        _known.Add((at, row));
    }

    private void WeighShared(WeightTable shared, in Waiting waiting)
    {
        if (shared.Search(waiting.Feature) is not (var row and not WeightTable.Nowhere) || !IsNew(Feature.Hash(waiting.Feature, (uint)waiting.Strand + 1)))
            return;
        var weight = shared.Row(row)[0];
        _weighed[waiting.Strand] += weight;
        if (waiting.End > waiting.First)
            _own.Add((waiting.Strand, new Share(waiting.First, waiting.End, weight)));
    }

    private void Wait(WeightTable table, uint feature, int first, int end, int strand)
    {
        _waiting[_waits] = new Waiting(feature, first, end, strand);
        var likely = table.Likely(feature);
        table.Fetch(feature, likely);
        _waits += likely;
        if (_waits == MostWaiting)
            Settle();
    }

    private bool IsNew(uint key)
    {
        var reading = (ulong)_reading << 32;
        for (var (place, tries) = (key & _lastPlace, 0); tries < 64; place = (place + 1) & _lastPlace, tries++)
        {
            var seen = _seen[place];
            if (seen == (reading | key))
                return false;
            if (seen >> 32 == _reading)
                continue;
            _seen[place] = reading | key;
            return true;
        }

        // A very long text fills the table; what comes after counts no more.
        return false;
    }

    private readonly struct Sink(Scores scores) : IFeatureSink
    {
        public void Add(int strand, uint feature, int first, int end) => scores.Wait(scores._shared!, feature, first, end, strand);

        public void AddForAll(uint feature, int first, int end) => scores.Wait(scores._each!, feature, first, end, ForAll);

        public bool AddWordForAll(int word, int at)
        {
            if (word == 0)
                return false;
            var (itself, stem) = scores._weights!.RowsOf(word);
            scores.Know(itself, at);
            scores.Know(stem, at);
            return true;
        }

        public void Tells(int behaviour, int first, int end) => scores._told.Add((behaviour, new Share(first, end, 1)));

        public void AddInput(uint key, int first, int end) => scores._inputs.AddInput(key, first, end);

        public void AddInputs(int kind, int first, int end) => scores._inputs.AddInputs(kind, first, end);

        public void AddMarks(int marks, int at) => scores._inputs.AddMarks(marks, at);

        public bool AddWord(uint key, int kind, int at) => scores._inputs.AddWord(key, kind, at);

        public void AddLetters(uint key, int at) => scores._inputs.AddLetters(key, at);
    }

    // A feature that likely has weights: of one characteristic, or for all columns.
    private readonly record struct Waiting(uint Feature, int First, int End, int Strand);
}
