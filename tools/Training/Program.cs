using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Training;

var output = Console.Out;
string[] accounts = [.. Sources.Accounts];
var messages = LabelledMessage.Read(Sources.Messages);
switch (args)
{
    case ["train"]:
        var labelled = LabelledAccount.Read(accounts);
        var examples = AccountLearning.Examples([.. labelled, .. Sources.Frames]);
        var slips = AccountLearning.Examples(Slips.Of(labelled).Select(slip => slip.Copy));
        File.WriteAllBytes(Sources.RecogniserWeights, DataFile.Pack(AccountLearning.Learn(examples)));
        File.WriteAllBytes(Sources.PhraseWeights, DataFile.Pack(AccountLearning.LearnPhrases([.. examples, .. slips])));
        LearnDanger();
        return 0;
    case ["train", "messages"]:
        LearnDanger();
        return 0;
    case ["cross-check", "accounts", .. var folds]:
        AccountChecks.Cross(output, accounts, Folds(folds), show: true);
        return 0;
    case ["cross-check", "messages", .. var folds]:
        MessageChecks.Cross(output, messages, [.. BareAnswers.All, .. Safe(accounts)], Folds(folds), show: true);
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

void LearnDanger()
{
    var (weights, phrases) = MessageLearning.Learn([.. messages, .. BareAnswers.All, .. Safe(accounts)]);
    File.WriteAllBytes(Sources.DangerWeights, DataFile.Pack(weights));
    File.WriteAllBytes(Sources.DangerPhrases, DataFile.Pack(phrases));
}

static int Folds(string[] given) => given is [var folds] ? int.Parse(folds, System.Globalization.CultureInfo.InvariantCulture) : 10;

// What is told in accounts is over: they teach the danger watch what frightening words look like when nobody is in danger now.
static IEnumerable<LabelledMessage> Safe(IEnumerable<string> files) =>
    LabelledAccount.Read(files).Select(account => new LabelledMessage(account.Id, LabelledMessage.OfAccount, account.Text, IsEmergency: false, IsLowMood: false));
