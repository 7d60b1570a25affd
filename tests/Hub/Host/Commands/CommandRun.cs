using IntegrationHub.Host.Commands;

namespace IntegrationHub.Host.Tests.Commands;

/// <summary>A command in this process, with what it is given and what it says. The console is of the whole process: tests that run commands so run alone.</summary>
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class CommandRun
{
    public const string Alone = "commands that say something";

    internal static async Task<(int Code, string Output, string Errors)> OfAsync(string input, params string[] arguments)
    {
        var (before, errorsBefore, inputBefore) = (Console.Out, Console.Error, Console.In);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var given = new StringReader(input);
        try
        {
            Console.SetOut(output);
            Console.SetError(errors);
            Console.SetIn(given);
            return (await HubCommandLine.RunAsync(arguments), output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(errorsBefore);
            Console.SetIn(inputBefore);
        }
    }
}
