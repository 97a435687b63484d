using ReportBot.Training;

var output = Console.Out;
string[] accounts = [.. Sources.Accounts];
var messages = LabelledMessage.Read(Sources.Messages);
switch (args)
{
    case ["train"]:
        var examples = AccountLearning.Examples([.. LabelledAccount.Read(accounts), .. Sources.Frames]);
        File.WriteAllBytes(Sources.RecogniserWeights, AccountLearning.Learn(examples));
        File.WriteAllBytes(Sources.PhraseWeights, AccountLearning.LearnPhrases(examples));
        LearnDanger();
        return 0;
    case ["train", "messages"]:
        LearnDanger();
        return 0;
    case ["cross-check", "accounts", .. var folds]:
        AccountChecks.Cross(output, accounts, Folds(folds), show: true);
        return 0;
    case ["cross-check", "messages", .. var folds]:
        MessageChecks.Cross(output, messages, [.. Safe(accounts)], Folds(folds), show: true);
        return 0;
    case ["fresh", .. var files]:
        AccountChecks.Fresh(output, accounts.Except(files), files, show: true);
        return 0;
    case ["check", "accounts", .. var files]:
        AccountChecks.AsBuilt(output, files, show: true);
        return 0;
    case ["check", "messages", .. var files]:
        MessageChecks.AsBuilt(output, LabelledMessage.Read(files), show: true);
        return 0;
    case ["held-out"]:
        AccountChecks.AsBuilt(output, [Sources.HeldOutAccounts], show: false);
        MessageChecks.AsBuilt(output, LabelledMessage.Read([Sources.HeldOutMessages]), show: false);
        return 0;
    default:
        Console.Error.WriteLine("Usage: train [messages] | cross-check accounts|messages [FOLDS] | fresh FILE… | check accounts|messages FILE… | held-out");
        return 1;
}

void LearnDanger() => File.WriteAllBytes(Sources.DangerWeights, MessageLearning.Learn([.. messages, .. Safe(accounts)]));

static int Folds(string[] given) => given is [var folds] ? int.Parse(folds, System.Globalization.CultureInfo.InvariantCulture) : 10;

// What is told in accounts is over: they teach the danger watch what frightening words look like when nobody is in danger now.
static IEnumerable<LabelledMessage> Safe(IEnumerable<string> files) =>
    LabelledAccount.Read(files).Select(account => new LabelledMessage(account.Id, "account", account.Text, IsEmergency: false, IsLowMood: false));
