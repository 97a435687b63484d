using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using ReportBot.Bot.Alerts;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Cases.Sqlite;
using ReportBot.Bot.Staff.Accounts;
using ReportBot.Bot.Storage;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Dialogs.Conversation;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Alerts;

/// <summary>Cases, staff, rota and alerts over real files, with ways that are the test's. It can be stopped at any moment and started anew.</summary>
public sealed class AlertsUnderTest : IAsyncDisposable
{
    private static readonly StaffActor Overseer = new(new StaffRef(new Guid("0b8f0c52-0000-4000-8000-00000000000f"), "Olive Overseer"), StaffRole.Manager);

    private readonly TestFolder _folder = new();
    private readonly TestCodec _codec = new();
    private readonly AlertWays _ways;
    private CaseDatabases _databases = null!; // Set when it starts.
    private ServiceProvider _services = null!; // Set when it starts.

    public AlertsUnderTest(params WayDouble[] ways)
    {
        Ways = ways.Length == 0 ? [new WayDouble()] : ways;
        _ways = new AlertWays([.. Ways]);
        Start();
    }

    public AlertsOptions Options { get; } = new() { Site = new Uri("https://reports.example.org") };

    public TestClock Clock { get; } = new();

    public IReadOnlyList<WayDouble> Ways { get; }

    public IReadOnlyList<Told> Told => Ways[0].Told;

    public AlertStore Store { get; private set; } = null!; // Set when it starts.

    public AlertCases Opening { get; private set; } = null!; // Set when it starts.

    public CaseCommands Commands { get; private set; } = null!; // Set when it starts.

    public ClockWork Clockwork { get; private set; } = null!; // Set when it starts.

    public AlertWork Work { get; private set; } = null!; // Set when it starts.

    public AlertDelivery Delivery { get; private set; } = null!; // Set when it starts.

    public ConsolePresence Presence { get; private set; } = null!; // Set when it starts.

    public RotaCommands Rota { get; private set; } = null!; // Set when it starts.

    public AlertsStatus Status { get; private set; } = null!; // Set when it starts.

    public IAbsences Absences { get; private set; } = null!; // Set when it starts.

    public IAuditLog Audit { get; private set; } = null!; // Set when it starts.

    public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    public string Folder => _folder.Data.Path;

    public async Task<StaffActor> MemberAsync(string name, StaffRole role = StaffRole.Caseworker)
    {
        await using var scope = _services.CreateAsyncScope();
        var member = new StaffMember { Id = Guid.NewGuid(), Name = name, Role = role, PasswordHash = "set", SecurityStamp = "x", CreatedAt = Clock.Now };
        await scope.ServiceProvider.GetRequiredService<StaffStore>().CreateAsync(member, default);
        return new StaffActor(member.Ref(), role);
    }

    public async Task OnCallAsync(StaffActor who, TimeSpan from, TimeSpan until)
    {
        var answer = await Rota.AddAsync(Overseer, new PlannedShift(Guid.NewGuid(), who.Who.Id, Clock.Now + from, Clock.Now + until), default);
        Assert.Equal(RotaOutcome.Done, answer.Outcome);
    }

    public Task<Case> ReportAsync(Queue queue = Queue.Urgent, RiskBand risk = RiskBand.Standard, string account = "He shouted at me again.") =>
        Commands.CreateAsync(Given.Report(queue: queue, risk: risk, account: account), default);

    public Task WriteAsync(Case full, string words = "Hello", bool urgent = false, bool asks = false, DateTimeOffset? waitsUntil = null) => Commands.AddMessageAsync(
        full.First.Id, new ReporterMessage(Guid.NewGuid().ToString("N"), words, [], Clock.Now, asks, urgent, waitsUntil), default);

    public async Task ClaimAsync(Case full, StaffActor who) =>
        Assert.IsType<CaseDone>(await Commands.ClaimAsync(new CaseCommand(Guid.NewGuid(), full.Id, who), default));

    /// <summary>Decides and sends what there is, as often as the service would in that time.</summary>
    public async Task PassAsync(TimeSpan time = default)
    {
        var step = TimeSpan.FromSeconds(15);
        for (var end = Clock.Now + time; ; Clock.Now += step)
        {
            await Work.RoundAsync(default);
            foreach (var way in Ways)
                await Delivery.SendDueAsync(way, default);
            if (Clock.Now + step > end)
                return;
        }
    }

    /// <summary>Ends as a killed process does, and starts over what it left.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private void Start()
    {
        _databases = CaseDatabases.Open(_folder.Data, _codec);
        _services = new ServiceCollection()
            .AddSingleton(_databases).AddSingleton<IDocumentCodec>(_codec).AddSingleton<ILookupNormalizer, StaffNameNormaliser>().AddSingleton<StaffSignals>().AddScoped<StaffStore>()
            .BuildServiceProvider();
        var staff = new StaffDirectory(_databases, _codec, Clock);
        var cases = new SqliteCaseStore(_databases, _codec);
        (Audit, Absences, Store) = (new SqliteAuditLog(_databases), new SqliteAbsences(_databases, Clock), AlertStore.Open(_folder.Data, _codec));
        Commands = new CaseCommands(cases, staff, CaseTimes.Standard, new CaseSignals(), Clock);
        Clockwork = new ClockWork(cases, Absences, Commands, new CaseSignals(), Clock, NullLogger<ClockWork>.Instance);
        var people = new AlertPeople(Store, staff, _ways, _services.GetRequiredService<IServiceScopeFactory>(), Clock);
        (Presence, Rota, Status) = (new ConsolePresence(Options, Clock), new RotaCommands(Store, staff, Audit, Clock), new AlertsStatus(Store, _ways, Clock));
        var bell = new AlertBell();
        Opening = new AlertCases(cases, NullLogger<AlertCases>.Instance);
        Work = new AlertWork(Store, Audit, Opening, people, Presence, Options, bell, Clock, NullLogger<AlertWork>.Instance);
        Delivery = new AlertDelivery(Store, Opening, people, _ways, Options, bell, Clock, NullLogger<AlertDelivery>.Instance);
    }

    private async Task StopAsync()
    {
        Work.Dispose();
        Delivery.Dispose();
        Clockwork.Dispose();
        await Store.DisposeAsync();
        await _services.DisposeAsync();
        _databases.Dispose();
    }
}

/// <summary>Something a way was given.</summary>
public sealed record Told(AlertMessage Message, string? To, DateTimeOffset At);

/// <summary>A way that does what the test says.</summary>
public sealed class WayDouble : IAlertWay
{
    public List<Told> Told { get; } = [];

    public AlertWayKind Kind { get; init; } = AlertWayKind.Email;

    public bool TellsApart { get; init; } = true;

    public Func<StaffMember, bool> Leads { get; set; } = _ => true;

    public Func<AlertMessage, CancellationToken, Task<WayResult>> Answer { get; set; } = (_, _) => Task.FromResult(WayResult.Sent);

    public bool Reaches(StaffMember member) => Leads(member);

    public async Task<WayResult> SendAsync(AlertMessage message, StaffMember? to, CancellationToken cancellationToken)
    {
        Told.Add(new Told(message, to?.Name, message.At));
        return await Answer(message, cancellationToken);
    }
}
