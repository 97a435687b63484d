using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using ReportBot.Bot.Cases;
using ReportBot.Bot.Handoff;
using ReportBot.Bot.Staff.Pages;
using ReportBot.Bot.Tests.Cases;
using ReportBot.Knowledge.Reporting;

namespace ReportBot.Bot.Tests.Staff;

/// <summary>Every page and every command of the console, tried by every role and by nobody.</summary>
public sealed class RoleMatrix : IAsyncLifetime, IDisposable
{
    private const string Word = "zeppelin";

    private static readonly StaffRole[] All = Enum.GetValues<StaffRole>();
    private static readonly StaffRole[] Working = [StaffRole.Caseworker, StaffRole.Safeguarding, StaffRole.Manager, StaffRole.CommunitySafetyManager, StaffRole.Administrator];
    private static readonly StaffRole[] Overseeing = [StaffRole.Manager, StaffRole.CommunitySafetyManager, StaffRole.Administrator];
    private static readonly StaffRole[] Auditing = [StaffRole.CommunitySafetyManager, StaffRole.Administrator, StaffRole.Auditor];
    private static readonly StaffRole[] Administering = [StaffRole.Administrator];

    // A page and what it answers to, with who may.
    private static readonly (Type Page, string Handler, StaffRole[] May)[] Matrix =
    [
        (typeof(QueueModel), "Get", All), (typeof(QueueModel), "PostFind", All), (typeof(QueueModel), "PostKeep", All), (typeof(QueueModel), "PostForget", All),
        (typeof(QueueModel), "PostClaim", Working),
        (typeof(CaseModel), "Get", All), (typeof(CaseModel), "PostWords", Working), (typeof(CaseModel), "PostCopy", Working), (typeof(CaseModel), "PostClaim", Working), (typeof(CaseModel), "PostRelease", Working),
        (typeof(CaseModel), "PostContact", Working), (typeof(CaseModel), "PostAttempt", Working), (typeof(CaseModel), "PostNote", Working),
        (typeof(CaseModel), "PostTransfer", Working), (typeof(CaseModel), "PostEscalate", Working), (typeof(CaseModel), "PostExplain", Working),
        (typeof(CaseModel), "PostAddPerson", Working), (typeof(CaseModel), "PostChangePerson", Working), (typeof(CaseModel), "PostRemovePerson", Working),
        (typeof(CaseModel), "PostConnect", Working), (typeof(CaseModel), "PostDismiss", Working),
        (typeof(CaseModel), "PostConflict", Working), (typeof(CaseModel), "PostLift", Overseeing),
        (typeof(TalkModel), "Get", Working), (typeof(TalkModel), "GetLines", Working), (typeof(TalkModel), "PostTyping", Working), (typeof(TalkModel), "PostReply", Working),
        (typeof(TalkModel), "PostPlan", Working), (typeof(TalkModel), "PostJoin", Working), (typeof(TalkModel), "PostLeave", Working),
        (typeof(CaseModel), "PostHome", Working), (typeof(CaseModel), "PostNeeds", Working), (typeof(CaseModel), "PostMark", Working), (typeof(CaseModel), "PostUnmark", Working),
        (typeof(CallModel), "Get", Working), (typeof(CallModel), "PostBecause", Working), (typeof(CallModel), "PostOutcome", Working), (typeof(CallModel), "PostFill", Working),
        (typeof(CallModel), "PostUpdate", Working),
        (typeof(ReportModel), "Get", Working), (typeof(ReportModel), "PostKeep", Working), (typeof(ReportModel), "PostAuto", Working), (typeof(ReportModel), "PostFiles", Working), (typeof(ReportModel), "PostLook", Working),
        (typeof(ReportModel), "PostStartAgain", Working), (typeof(ReportModel), "Post", Working), (typeof(ReportSentModel), "Get", Working),
        (typeof(ReportFilesModel), "Get", Working), (typeof(ReportFilesModel), "Post", Working), (typeof(ReportFilesModel), "PostTakeOut", Working),
        (typeof(EvidenceModel), "Get", Working), (typeof(EvidenceModel), "Post", Working), (typeof(EvidenceModel), "PostTakeOut", Working),
        (typeof(FileModel), "Get", Working), (typeof(FileModel), "Post", Working), (typeof(PaperModel), "Get", Working),
        (typeof(AccountModel), "Get", All),
        (typeof(PeopleModel), "Get", Overseeing), (typeof(PeopleModel), "PostAway", Overseeing), (typeof(PeopleModel), "PostBack", Overseeing),
        (typeof(PeopleModel), "PostSignOut", Administering), (typeof(PeopleModel), "PostInvite", Administering),
        (typeof(PeopleModel), "PostEnd", Administering), (typeof(PeopleModel), "PostReopen", Administering),
        (typeof(AuditModel), "Get", Auditing),
        (typeof(TasksModel), "Get", Working), (typeof(CaseModel), "PostTask", Working), (typeof(CaseModel), "PostTaskMove", Working), (typeof(CaseModel), "PostTaskDone", Working),
        (typeof(CaseModel), "PostTaskDrop", Working), (typeof(CaseModel), "PostPlan", Working), (typeof(CaseModel), "PostUpdate", Working),
        (typeof(CaseModel), "PostJudge", Working), (typeof(CaseModel), "PostRisk", Working), (typeof(CaseModel), "PostTakeOut", Working), (typeof(CaseModel), "PostPerceive", Working), (typeof(CaseModel), "PostView", Working),
        (typeof(CaseModel), "PostClose", Working), (typeof(CaseModel), "PostReopen", Working), (typeof(CaseModel), "PostFollowUp", Working), (typeof(CaseModel), "PostTryFollowUp", Working),
        (typeof(CaseModel), "PostConfirm", Overseeing), (typeof(CaseModel), "PostRefuse", Overseeing),
        (typeof(CaseModel), "PostReferral", Working), (typeof(CaseModel), "PostConsent", Working), (typeof(CaseModel), "PostRefer", Working), (typeof(CaseModel), "PostDecline", Working),
        (typeof(CaseModel), "PostAnswer", Working), (typeof(CaseModel), "PostWithdraw", Working), (typeof(CaseModel), "PostPolice", Working), (typeof(CaseModel), "PostDisclose", Working),
        (typeof(CaseModel), "PostAction", Working), (typeof(CaseModel), "PostActionEnd", Working), (typeof(CaseModel), "PostRepair", Working),
        (typeof(AccountModel), "PostEmail", All), (typeof(AccountModel), "PostPush", All), (typeof(AccountModel), "PostNoPush", All),
        (typeof(RotaModel), "Get", Overseeing), (typeof(RotaModel), "PostAdd", Overseeing), (typeof(RotaModel), "PostChange", Overseeing), (typeof(RotaModel), "PostRemove", Overseeing),
        // These end the sign-in they are tried with, so they come last.
        (typeof(SignOutModel), "Post", All), (typeof(AccountModel), "Post", All),
    ];

    // What is not a page: what a script of the console listens to.
    private static readonly (string Address, StaffRole[] May)[] Streams = [("/staff/events", All), ("/staff/cases/{id:guid}/talk/events", Working)];

    // What leads to signing in is open to everybody.
    private static readonly Type[] Open = [typeof(SignInModel), typeof(SignInCodeModel), typeof(SetUpModel), typeof(SecondStepModel), typeof(SignInElsewhereModel), typeof(SignInReturnedModel), typeof(SignInRefusedModel), typeof(SignOutElsewhereModel)];

    private readonly ConsoleUnderTest _console = new();

    public static TheoryData<StaffRole> Roles => new(All);

    public Task InitializeAsync() => _console.InitializeAsync();

    public Task DisposeAsync() => _console.DisposeAsync();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Holds_every_page_every_handler_and_every_other_address_there_is()
    {
        var addresses = _console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("staff", StringComparison.Ordinal)).ToList();
        var loader = _console.Services.GetRequiredService<PageLoader>();
        var (handlers, others) = (new HashSet<(string, string)>(), new HashSet<string>());
        foreach (var address in addresses)
            if (address.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                handlers.UnionWith(HandlersOf(await loader.LoadAsync(page, EndpointMetadataCollection.Empty)));
            else if (address.Metadata.GetMetadata<IAllowAnonymous>() is null)
                others.Add(address.RoutePattern.RawText!);

        Assert.Equal(Matrix.Select(row => (row.Page.Name, row.Handler)).Order(), handlers.Order());
        Assert.Equal(Streams.Select(stream => stream.Address).Order(), others.Order());
    }

    private static IEnumerable<(string Page, string Handler)> HandlersOf(CompiledPageActionDescriptor page) =>
        Open.Contains(page.ModelTypeInfo!) ? [] : page.HandlerMethods.Select(handler => (page.ModelTypeInfo!.Name, handler.HttpMethod + handler.Name)); // Every page of the console has a model.

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_role_may_watch_what_it_may_open(StaffRole role)
    {
        var full = await _console.CaseAsync(Given.Report(queue: Queue.Urgent));
        var who = (await _console.SignInAsync($"Person {role}", role)).Browser;
        foreach (var (address, may) in Streams)
        {
            var at = address.Replace("{id:guid}", full.Id.ToString("N"), StringComparison.Ordinal) + $"?report={full.First.Id:N}";

            Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(_console.Browser(), at));
            Assert.Equal(may.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusAsync(who, at));
        }
    }

    private async Task<HttpStatusCode> StatusAsync(StaffBrowser browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (browser.Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await _console.Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_role_may_do_what_it_is_there_for_and_nothing_else(StaffRole role)
    {
        var who = (await _console.SignInAsync($"Person {role}", role)).Browser;
        var token = TokenOf(who);
        foreach (var (page, handler, may) in Matrix)
        {
            // A case of its own, so that nothing one handler did lets the next one off.
            var full = await _console.CaseAsync(Given.Report(queue: Queue.Urgent, account: $"Marmalade-{Word}"));
            var history = (await _console.FindAsync(full.Id)).History.Length;

            var answer = await who.Copy().SendAsync(Request(page, handler, full, token));

            var words = $"{role} {page.Name} {handler}: {(int)answer.StatusCode}";
            if (may.Contains(role))
            {
                Assert.True(answer.StatusCode is not HttpStatusCode.Forbidden, words);
                Assert.False(answer.Headers.Location?.ToString().Contains("sign-in?to", StringComparison.Ordinal) == true, words);
                continue;
            }

            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden, words);
            Assert.DoesNotContain(Word, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(history, (await _console.FindAsync(full.Id)).History.Length);
        }
    }

    [Fact]
    public async Task Nobody_may_do_anything()
    {
        var full = await _console.CaseAsync();
        foreach (var (page, handler, _) in Matrix)
        {
            var answer = await _console.Browser().SendAsync(Request(page, handler, full, token: ""));
            // Words that were typed are given back to whoever sent them, and nothing else.
            if (answer.StatusCode is HttpStatusCode.Unauthorized)
            {
                Assert.Contains("You are signed out", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/staff/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }

        Assert.Single((await _console.FindAsync(full.Id)).History);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_role_sees_its_own_queues(StaffRole role)
    {
        Queue[] sees = role switch
        {
            StaffRole.Caseworker => [Queue.Urgent, Queue.CommunitySafety],
            StaffRole.Safeguarding => [Queue.Urgent, Queue.Safeguarding],
            _ => Enum.GetValues<Queue>(),
        };
        var who = (await _console.SignInAsync($"Person {role}", role)).Browser;
        foreach (var queue in Enum.GetValues<Queue>())
        {
            var full = await _console.CaseAsync(Given.Report(queue: queue));
            var expected = sees.Contains(queue);

            await who.OpenAsync($"/staff/cases/{full.Id:N}");
            Assert.Equal(expected ? HttpStatusCode.OK : HttpStatusCode.NotFound, who.Status);
            await who.OpenAsync($"/staff?queue={queue}&show=all");
            Assert.Equal(expected, who.Text.Contains(full.First.Reference.ToString(), StringComparison.Ordinal));
            await who.OpenAsync("/staff");
            await who.PressAsync("Find", ("look", full.First.Reference.ToString()));
            Assert.Equal(expected, who.Address.Contains(full.Id.ToString("N"), StringComparison.Ordinal));
            await who.OpenAsync("/staff");
            await who.PressAsync("Find", ("look", "Sam"));
            Assert.Equal(expected, who.Text.Contains(full.First.Reference.ToString(), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_command_asks_again_who_gives_it(StaffRole role)
    {
        var walled = await _console.CaseAsync(Given.Report(queue: Queue.StaffConduct));
        var urgent = await _console.CaseAsync(Given.Report(queue: Queue.Urgent));
        var actor = new StaffActor(Given.Amira, role);

        foreach (var (full, give) in from full in new[] { walled, urgent } from give in Commands() select (full, give))
        {
            var outcome = await give(new CaseCommand(Guid.NewGuid(), full.Id, actor), full);
            if (!actor.MaySee(full.Standing.Queue))
                Assert.IsType<CaseMissing>(outcome);
            else if (role is StaffRole.Auditor)
                Assert.IsType<CaseNotTheirs>(outcome);
            else
                Assert.False(outcome is CaseMissing or CaseNotTheirs, $"{role}: {outcome}");
        }
    }

    [Fact]
    public void Every_command_there_is_was_tried()
    {
        var there = new[] { typeof(CaseCommands), typeof(TalkCommands) }.SelectMany(type => type.GetMethods())
            .Count(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CaseCommand)));

        Assert.Equal(there, Commands().Count);
    }

    [Fact]
    public async Task An_auditor_sees_no_word_no_name_and_no_number()
    {
        var full = await _console.CaseAsync(Given.Report(account: $"Marmalade-{Word}"));
        var who = (await _console.SignInAsync("Ada Auditor", StaffRole.Auditor)).Browser;

        await who.OpenAsync($"/staff/cases/{full.Id:N}");

        foreach (var hidden in new[] { Word, "Sam", "07700" })
            Assert.DoesNotContain(hidden, who.HtmlWithoutTokens, StringComparison.Ordinal);
        Assert.Null(who.Page.QuerySelector("main form"));
        Assert.Contains("for those who work on it", who.Text, StringComparison.Ordinal);
    }

    private List<Func<CaseCommand, Case, Task<CaseOutcome>>> Commands()
    {
        var (cases, talk) = (_console.Commands, _console.Services.GetRequiredService<TalkCommands>());
        return
        [
            (command, _) => cases.ClaimAsync(command, default),
            (command, _) => cases.RecordAttemptAsync(command, new Attempt(ContactWay.Call, AttemptOutcome.NoAnswer, null, null), default),
            (command, _) => cases.AddNoteAsync(command, "x", default),
            (command, _) => cases.MarkReadAsync(command, default),
            (command, full) => cases.ExplainMissAsync(command, full.Standing.Due, "x", default),
            (command, _) => cases.EscalateAsync(command, "x", default),
            (command, full) => talk.JoinAsync(command, full.First.Id, default),
            (command, full) => talk.ReplyAsync(command, full.First.Id, "Hello.", null, default),
            (command, full) => talk.PlanAsync(command, full.First.Id, new ContactPlan(ContactWay.Call, _console.Clock.Now.AddDays(1), false, null), default),
            (command, full) => talk.LeaveAsync(command, full.First.Id, default),
            (command, _) => cases.RecordFirstContactAsync(command, new FirstContact(ContactWay.Call, null, "x", "x"), default),
            (command, _) => cases.ReleaseAsync(command, "x", default),
            (command, _) => cases.AddInvolvedAsync(command, new InvolvedFields { Name = "x" }, default),
            (command, _) => cases.ChangeInvolvedAsync(command, default, new InvolvedFields { Name = "x" }, "x", default),
            (command, _) => cases.RemoveInvolvedAsync(command, default, "x", default),
            (command, _) => cases.JudgeConnectionAsync(command, Guid.NewGuid(), true, default),
            (command, _) => cases.LiftConflictAsync(command, Given.Ben.Id, "x", default),
            (command, _) => cases.DeclareConflictAsync(command, new Conflict(null, ConflictKind.Neighbour, "x"), default),
            (command, full) => cases.TransferAsync(command, new Transfer(null, full.Standing.Queue, "x"), default),
            (command, _) => cases.AddTaskAsync(command, new NewTask(null, null, null), default),
            (command, _) => cases.MoveTaskAsync(command, new TaskMove(Guid.Empty, null, null), default),
            (command, _) => cases.FinishTaskAsync(command, Guid.Empty, default),
            (command, _) => cases.DropTaskAsync(command, Guid.Empty, null, default),
            (command, _) => cases.AgreePlanAsync(command, new NewPlan(null, null), default),
            (command, _) => cases.GiveUpdateAsync(command, new NewUpdate(null, null, null, null), default),
            (command, _) => cases.JudgeAsync(command, Judgement.Incident, "x", null, default),
            (command, _) => cases.SetRiskAsync(command, RiskBand.High, "x", null, default),
            (command, _) => cases.PerceiveAsync(command, Perceiver.Staff, [], "x", default),
            (command, _) => cases.RecordViewAsync(command, Satisfaction.DidNotSay, null, default),
            (command, _) => cases.CloseAsync(command, ClosingOutcome.PassedToPolice, "x", default),
            (command, _) => cases.ConfirmNotHateAsync(command, "x", default),
            (command, _) => cases.RefuseNotHateAsync(command, "x", default),
            (command, _) => cases.ReopenAsync(command, "x", default),
            (command, _) => cases.FollowUpAsync(command, new FollowUpTalk(ContactWay.Call, null, "x", null), default),
            (command, _) => cases.TryFollowUpAsync(command, new Attempt(ContactWay.Call, AttemptOutcome.NoAnswer, null, null), default),
            (command, _) => cases.RecordHomeAsync(command, new Home(), default),
            (command, _) => cases.RecordNeedsAsync(command, new Needs(), default),
            (command, _) => cases.MarkVisitsAsync(command, "x", DateOnly.FromDateTime(_console.Clock.Now.UtcDateTime).AddDays(7), default),
            (command, _) => cases.LiftVisitMarkAsync(command, "x", default),
            (command, full) => cases.AddAnswerAsync(command, full.First.Id, new Answer { Question = Question.Effect, Kind = AnswerKind.Given, Words = "x", At = _console.Clock.Now }, default),
            (command, _) => cases.RecordSpokeAgainAsync(command, new FirstContact(ContactWay.Call, null, "x", null), default),
            (command, _) => cases.ProposeReferralAsync(command, null, null, default),
            (command, _) => cases.ConsentReferralAsync(command, new NewConsent(Guid.Empty, null, null, null), default),
            (command, _) => cases.MakeReferralAsync(command, Guid.Empty, null, default),
            (command, _) => cases.DeclineReferralAsync(command, Guid.Empty, null, default),
            (command, _) => cases.AnswerReferralAsync(command, Guid.Empty, null, default),
            (command, _) => cases.WithdrawConsentAsync(command, Guid.Empty, default),
            (command, _) => cases.RecordPoliceReferenceAsync(command, new NewPoliceReference(null, null, null, null), default),
            (command, _) => cases.RequestRepairAsync(command, new NewRepair(null, null, null, null), default),
            (command, _) => cases.DiscloseAsync(command, new NewDisclosure(null, null, null, null, null), default),
            (command, _) => cases.RecordActionAsync(command, new NewAction(null, null, null, null, null, null), default),
            (command, _) => cases.AddEvidenceAsync(command, new NewEvidence(null, null, null, null, []), default),
            (command, _) => cases.TakeEvidenceOutAsync(command, new EvidenceOut(null, null, null), default),
            (command, _) => cases.EndActionAsync(command, Guid.Empty, null, default),
        ];
    }

    private static HttpRequestMessage Request(Type page, string handler, Case full, string token)
    {
        var isPost = handler.StartsWith("Post", StringComparison.Ordinal);
        var name = handler[(isPost ? 4 : 3)..];
        var at = page.Name switch
        {
            nameof(QueueModel) => "/staff",
            nameof(CaseModel) => $"/staff/cases/{full.Id:N}",
            nameof(TalkModel) => $"/staff/cases/{full.Id:N}/talk",
            nameof(CallModel) => $"/staff/cases/{full.Id:N}/call",
            nameof(ReportModel) => "/staff/report",
            nameof(ReportFilesModel) => "/staff/report/files",
            nameof(EvidenceModel) => $"/staff/cases/{full.Id:N}/evidence",
            nameof(ReportSentModel) => $"/staff/report/{full.First.Id:N}",
            nameof(FileModel) => $"/staff/cases/{full.Id:N}/files/x",
            nameof(PaperModel) => $"/staff/cases/{full.Id:N}/files/x/read",
            nameof(AccountModel) => "/staff/account",
            nameof(SignOutModel) => "/staff/sign-out",
            nameof(PeopleModel) => "/staff/people",
            nameof(AuditModel) => "/staff/audit",
            nameof(TasksModel) => "/staff/tasks",
            nameof(RotaModel) => "/staff/rota",
            _ => throw new InvalidOperationException($"Where is {page.Name}?"),
        };
        var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, name.Length == 0 ? at : $"{at}?handler={name}");
        if (isPost)
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["command"] = Guid.NewGuid().ToString("N"),
                ["id"] = full.Id.ToString("N"),
                ["Form.Words"] = "x", ["Form.Outcome"] = "x", ["Custody.Reason"] = "x", ["Words"] = "Hello.", ["name"] = "Some One", ["look"] = "Sam", ["reason"] = "Evidence",
                ["role"] = "Caseworker", ["Wall.Reason"] = "x", ["report"] = full.First.Id.ToString("N"), ["version"] = "0", ["Person.Name"] = "x", ["Person.Reason"] = "x",
            });
        return request;
    }

    private static string TokenOf(StaffBrowser browser) => browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
