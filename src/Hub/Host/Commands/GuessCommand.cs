using System.CommandLine;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub adapters guess</c>: a first mapping file from a sample, with questions where a person must answer.</summary>
internal static class GuessCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A sample of the data: CSV, Excel, JSON, JSON Lines or XML." };
        var output = new Option<string?>("--out") { Description = "Write the mapping to this file; it must not exist. Without it the mapping is printed.", HelpName = "FILE" };
        var command = new Command("guess", "Propose a first mapping file (source.yaml) from a sample of your data.") { file, output };
        command.SetAction((parsed, token) => ExecuteAsync(parsed.GetRequiredValue(file), parsed.GetValue(output), token));
        return command;
    }

    private static async Task<int> ExecuteAsync(string file, string? output, CancellationToken token)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"{Path.GetFullPath(file)}: does not exist. Give a file with a sample of your data.");
            return ExitCode.WrongUse;
        }

        if (output is not null && Path.Exists(output))
            return await RefuseToOverwriteAsync(output);

        var plugin = new PluginCatalog([HubConfigurationReader.BuiltInPlugins]).Find(AdapterManifest.MappingRunner);
        if (plugin?.Activate() != true || plugin.Adapter is not ISourceProposal proposal)
        {
            await Console.Error.WriteLineAsync($"The plugin '{AdapterManifest.MappingRunner}', which proposes mappings, cannot be used. {plugin?.Problem ?? "It is not installed beside this hub."}");
            return ExitCode.Failed;
        }

        var yaml = await proposal.ProposeAsync(Path.GetFullPath(file), output is null ? null : Path.GetFullPath(output), token);
        if (output is null)
        {
            await Console.Out.WriteAsync(yaml);
            return ExitCode.Done;
        }

        try
        {
            await using var stream = new FileStream(output, FileMode.CreateNew, FileAccess.Write);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(yaml);
        }
        catch (IOException) when (Path.Exists(output))
        {
            return await RefuseToOverwriteAsync(output);
        }

        await Console.Error.WriteLineAsync($"{output} is written. Answer the lines with QUESTION in it, then: hub adapters try {output}");
        return ExitCode.Done;
    }

    private static async Task<int> RefuseToOverwriteAsync(string output)
    {
        await Console.Error.WriteLineAsync($"{output} exists already; it is left as it is. Name another file, or remove it first.");
        return ExitCode.Failed;
    }
}
