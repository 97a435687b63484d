using System.Reflection;
using ReportBot.Bot.Hosting;

namespace ReportBot.Bot.Tests.Hosting;

public sealed class LogNumbers
{
    [Fact]
    public void Each_stands_for_one_thing()
    {
        var numbers = typeof(Service).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId).OfType<int>().ToList();

        Assert.True(numbers.Count > 20, $"Only {numbers.Count} were found.");
        Assert.Empty(numbers.GroupBy(number => number).Where(same => same.Count() > 1).Select(same => same.Key));
    }
}
