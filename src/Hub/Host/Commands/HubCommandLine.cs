using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Host.Commands;

/// <summary>The <c>hub</c> command line. Without a command it runs the built-in sample.</summary>
internal static class HubCommandLine
{
    /// <summary>A little more than the hub gives itself to stop (<see cref="Composition.HubApplication"/>); after it the process is cut off.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(Insz.Mask(error.Message));
            await Console.Error.WriteLineAsync($"Try: {NameOf(parsed.CommandResult)} --help");
            return ExitCode.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestStop });
        }
        catch (PermanentFailureException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
        }
        catch (DbException exception)
        {
            await Console.Error.WriteLineAsync($"The store does not answer as it should: {Thrown.Describe(exception)}. Check store in hub.json, and whether the database runs.");
        }

        catch (SchemaException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"A file cannot be read or written: {exception.Message} Run this as the account that the hub runs under, and see whether the disk is full.");
        }

        return ExitCode.Failed;
    }

    /// <summary>What was asked, and what is wrong with it.</summary>
    public static ParseResult Parse(string[] args) => Root().Parse(args);

    private static string NameOf(CommandResult command) => command.Parent is CommandResult outer ? $"{NameOf(outer)} {command.Command.Name}" : "hub";

    private static RootCommand Root()
    {
        var root = new RootCommand("IntegrationHub connects the systems welfare partners have, recognises hinge moments in people's lives and puts a signal in front of the right case worker.");
        var run = RunCommand.Create();
        root.Subcommands.Add(run);
        root.Subcommands.Add(ExampleCommand.Create());
        root.Subcommands.Add(AdaptersCommand.Create());
        root.Subcommands.Add(SourcesCommand.Create());
        root.Subcommands.Add(BackfillCommand.Create());
        root.Subcommands.Add(LedgerCommand.Create());
        root.Subcommands.Add(SignalsCommand.Create());
        root.Subcommands.Add(RulesCommand.Create());
        root.Subcommands.Add(AuthorisationsCommand.Create());
        root.Subcommands.Add(QuarantineCommand.Create());
        root.Subcommands.Add(AuditCommand.Create());
        root.Subcommands.Add(CallersCommand.Create());
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        root.Subcommands.Add(KeysCommand.Create());
        root.Subcommands.Add(EraseCommand.Create());
        root.Subcommands.Add(ConfigCommand.Create());
        root.Subcommands.Add(SimulateCommand.Create());
        root.SetAction((_, token) => RunCommand.ExecuteAsync(null, once: false, json: false, token));
        return root;
    }
}
