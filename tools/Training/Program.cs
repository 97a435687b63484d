using ReportBot.Training;

var output = Console.Out;
return args switch
{
    ["train", var weights, .. var files] => TrainRecognition.Train(output, weights, files),
    ["cross-check", .. var files] => TrainRecognition.CrossCheck(output, files, show: true),
    ["fresh", var fresh, .. var files] => TrainRecognition.Fresh(output, fresh, files, show: true),
    ["explain", var text, .. var files] => Explain.Run(output, text, files),
    ["check", var file] => CheckRecognition.Run(output, file, show: false),
    ["check-behaviours", var file] => CheckRecognition.Run(output, file, show: true),
    _ => 1,
};
