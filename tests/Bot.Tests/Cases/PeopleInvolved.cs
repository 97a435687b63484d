using System.Text.Json;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Handoff;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Cases;

/// <summary>Suspects, witnesses and others: recorded, changed, taken out, and found by.</summary>
public sealed class PeopleInvolved : IDisposable
{
    private static readonly InvolvedFields Suspect = new()
    {
        Role = InvolvedRole.Suspect, IsKnown = true, Name = "Gary O'Brien", House = "12a", Street = "Hazel Walk", Postcode = "br8 7tt", Phone = "07700 900555",
        Description = "Tall, grey beard", Relation = "Neighbour",
    };

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TestCodec _codec = new();
    private readonly CaseDatabases _databases;
    private readonly SqliteCaseStore _store;
    private readonly CaseCommands _commands;

    public PeopleInvolved()
    {
        _databases = CaseDatabases.Open(_folder.Data, _codec);
        _store = new SqliteCaseStore(_databases, _codec);
        _commands = new CaseCommands(_store, new Colleagues(), CaseTimes.Standard, new CaseSignals(), _clock);
    }

    public void Dispose()
    {
        _databases.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Somebody_is_kept_as_they_were_filled_in_and_twice_is_once()
    {
        var full = await CaseAsync();
        var command = Command(full);

        await _commands.AddInvolvedAsync(command, Suspect, default);
        await _commands.AddInvolvedAsync(command, Suspect, default);

        var person = Assert.Single((await FindAsync(full)).Involved).Person;
        Assert.Equal(("Gary O'Brien", "12a", "Hazel Walk", "BR8 7TT", "07700900555"), (person.Name, person.House, person.Street, person.Postcode!.ToString(), person.Phone!.National));
        Assert.Equal((InvolvedRole.Suspect, true, "Tall, grey beard", "Neighbour"), (person.Role, person.IsKnown, person.Description, person.Relation));
    }

    [Theory]
    [InlineData("obrien")]
    [InlineData("gary")]
    [InlineData("07700900555")]
    [InlineData("BR8 7TT 12a")]
    public async Task A_case_is_found_by_somebody_involved_until_they_are_taken_out(string typed)
    {
        var full = await CaseAsync();
        var person = await AddAsync(full, Suspect);
        var found = await SearchAsync(typed);

        await _commands.RemoveInvolvedAsync(Command(full), Seen(person), "Mistaken for somebody else.", default);

        Assert.Equal([full.Id], found);
        Assert.Empty(await SearchAsync(typed));
        Assert.Empty((await FindAsync(full)).Involved);
    }

    [Fact]
    public async Task What_stood_before_a_change_stays_in_the_history()
    {
        var full = await CaseAsync();
        var person = await AddAsync(full, Suspect);

        await _commands.ChangeInvolvedAsync(Command(full), Seen(person), Suspect with { Name = "Gary Byrne" }, "Police gave the name.", default);

        var after = await FindAsync(full);
        Assert.Equal("Gary Byrne", Assert.Single(after.Involved).Person.Name);
        Assert.Equal("Gary O'Brien", Assert.Single(after.History.OfType<InvolvedAdded>()).Person.Name);
        Assert.Equal("Police gave the name.", Assert.Single(after.History.OfType<InvolvedChanged>()).Reason);
        Assert.Empty(await SearchAsync("obrien"));
        Assert.Equal([full.Id], await SearchAsync("byrne"));
    }

    [Fact]
    public async Task Of_two_changes_from_one_view_the_second_is_told_of_the_first()
    {
        var full = await CaseAsync();
        var person = await AddAsync(full, Suspect);
        await _commands.ChangeInvolvedAsync(Command(full), Seen(person), Suspect with { Name = "Gary Byrne" }, "x", default);

        var change = await _commands.ChangeInvolvedAsync(Command(full), Seen(person), Suspect with { Name = "Gary Burns" }, "x", default);
        var removal = await _commands.RemoveInvolvedAsync(Command(full), Seen(person), "x", default);

        Assert.IsType<InvolvedChangedMeanwhile>(change);
        Assert.IsType<InvolvedChangedMeanwhile>(removal);
        Assert.Equal("Gary Byrne", Assert.Single((await FindAsync(full)).Involved).Person.Name);
    }

    [Fact]
    public async Task Somebody_who_was_taken_out_cannot_be_changed()
    {
        var full = await CaseAsync();
        var person = await AddAsync(full, Suspect);
        await _commands.RemoveInvolvedAsync(Command(full), Seen(person), "x", default);

        Assert.IsType<NotInvolved>(await _commands.ChangeInvolvedAsync(Command(full), Seen(person), Suspect, "x", default));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_field_by_field()
    {
        var full = await CaseAsync();

        var wrong = await _commands.AddInvolvedAsync(Command(full), new InvolvedFields { Name = "Gary", Postcode = "somewhere", Phone = "999" }, default);
        var empty = await _commands.AddInvolvedAsync(Command(full), new InvolvedFields { Relation = "Neighbour" }, default);

        Assert.Equal(
            (IEnumerable<FieldProblem>)[new FieldProblem("Postcode", FieldProblemKind.NotAPostcode), new FieldProblem("Phone", FieldProblemKind.NotAPhoneNumber)],
            Assert.IsType<CaseIncomplete>(wrong).Problems);
        Assert.Equal((IEnumerable<FieldProblem>)[new FieldProblem("Description", FieldProblemKind.Missing)], Assert.IsType<CaseIncomplete>(empty).Problems);
        Assert.Empty((await FindAsync(full)).Involved);
    }

    [Theory]
    [InlineData(WorksForUs.Staff)]
    [InlineData(WorksForUs.Contractor)]
    public async Task A_suspect_who_works_for_us_takes_the_case_to_staff_conduct_and_from_whoever_had_it(WorksForUs work)
    {
        var full = await CaseAsync();
        await _commands.ClaimAsync(Command(full), default);
        await _store.TryReplaceAsync(
            (await FindAsync(full)).With(new PersonJoined { Command = Guid.NewGuid(), At = _clock.Now, By = Given.Amira, Report = full.First.Id, IdleAfter = TimeSpan.FromMinutes(15) }),
            Given.Audit(full),
            default);

        await AddAsync(full, Suspect with { Work = work });

        var after = await FindAsync(full);
        Assert.Equal((Queue.StaffConduct, null), (after.Standing.Queue, after.Standing.Holder));
        Assert.Empty(after.Talk.Holding);
    }

    [Fact]
    public async Task It_stays_there_until_what_is_recorded_is_put_right()
    {
        var full = await CaseAsync();
        var manager = Given.Manager(Given.Ben);
        var person = await AddAsync(full, Suspect with { Work = WorksForUs.Staff });
        var away = new Transfer(null, Queue.CommunitySafety, "x");

        var refused = await _commands.TransferAsync(Command(full, manager), away, default);
        await _commands.ChangeInvolvedAsync(Command(full, manager), Seen(person), Suspect, "He left years ago.", default);
        var moved = await _commands.TransferAsync(Command(full, manager), away, default);

        Assert.Equal(new FieldProblem("To", FieldProblemKind.StaysThere), Assert.Single(Assert.IsType<CaseIncomplete>(refused).Problems));
        Assert.Equal(Queue.CommunitySafety, Assert.IsType<CaseDone>(moved).Case.Standing.Queue);
    }

    [Fact]
    public async Task A_witness_who_works_for_us_moves_nothing()
    {
        var full = await CaseAsync();

        await AddAsync(full, Suspect with { Role = InvolvedRole.Witness, Work = WorksForUs.Staff });

        Assert.Equal(Queue.CommunitySafety, (await FindAsync(full)).Standing.Queue);
    }

    [Fact]
    public async Task No_word_of_them_stands_in_the_files()
    {
        await AddAsync(await CaseAsync(), Suspect with { Name = "Zephyrin Quartermain", Description = "Marmalade scarf" });

        var stored = Directory.GetFiles(_folder.Data.Path).SelectMany(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            return bytes;
        }).ToArray();

        foreach (var word in new[] { "Quartermain", "QUARTERMAIN", "Marmalade", "BR8 7TT", "07700900555" })
            Assert.True(stored.AsSpan().IndexOf(JsonEncodedText.Encode(word).EncodedUtf8Bytes) < 0, word);
    }

    private Task<Case> CaseAsync() => _commands.CreateAsync(Given.Report(), default);

    private async Task<InvolvedPerson> AddAsync(Case full, InvolvedFields typed)
    {
        await _commands.AddInvolvedAsync(Command(full), typed, default);
        return (await FindAsync(full)).Involved[^1];
    }

    private static InvolvedSeen Seen(InvolvedPerson person) => new(person.Person.Id, person.Last.Command);

    private static CaseCommand Command(Case full, StaffActor? actor = null) => new(Guid.NewGuid(), full.Id, actor ?? Given.Caseworker(Given.Amira));

    private async Task<Case> FindAsync(Case full) => (await _store.FindAsync(full.Id, default))!;

    private async Task<IEnumerable<Guid>> SearchAsync(string typed) =>
        (await _store.SearchAsync(Given.Amira.Id, Findables.Read(typed), [.. Enum.GetValues<Queue>()], null, 10, default)).Lines.Select(line => line.Id);
}
