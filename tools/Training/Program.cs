using ReportBot.Training;

var output = Console.Out;
string[] accounts = [.. Sources.Accounts];
var messages = LabelledMessage.Read(Sources.Messages);
switch (args)
{
    case ["train"]:
        var examples = AccountLearning.Examples(LabelledAccount.Read(accounts));
        File.WriteAllBytes(Sources.RecogniserWeights, AccountLearning.Learn(examples));
        File.WriteAllBytes(Sources.PhraseWeights, AccountLearning.LearnPhrases(examples));
        File.WriteAllBytes(Sources.DangerWeights, MessageLearning.Learn([.. messages, .. Safe(accounts)]));
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
        Console.Error.WriteLine("Usage: train | cross-check accounts|messages [FOLDS] | fresh FILE… | check accounts|messages FILE… | held-out");
        return 1;
}

static int Folds(string[] given) => given is [var folds] ? int.Parse(folds, System.Globalization.CultureInfo.InvariantCulture) : 10;

// What is told in accounts is over: they teach the danger watch what frightening words look like when nobody is in danger now.
static IEnumerable<LabelledMessage> Safe(IEnumerable<string> files) =>
    LabelledAccount.Read(files).Select(account => new LabelledMessage(account.Id, "account", account.Text, IsEmergency: false, IsLowMood: false));
