using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Simulators.Magda;
using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>MAGDA, which the hub asks again and again about citizens who all lost their job, as one of the sample did.</summary>
internal static class MagdaPartner
{
    public const string Id = "magda";
    private const string OfSample = "88631402204";

    /// <summary>Far from the numbers of the others.</summary>
    private const int FirstNumber = 500_000;
    private const int Count = 15;

    public static IReadOnlyList<CitizenCase> Cases { get; } = [.. Enumerable.Range(FirstNumber, Count).Select(number => new CitizenCase(number, CaseKind.AtMagda))];

    public static async Task<WebApplication> StartAsync(string files, CancellationToken token)
    {
        var sample = Path.Combine(HubProgram.Folder, "plugins", "Magda", "sample", "replies");
        foreach (var file in Directory.GetFiles(sample, "*.xml", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(file);
            // No households: what happens to people who live together is one signal.
            if (name != "notfound.xml" && (name != OfSample + ".xml" || file.Contains("Gezin", StringComparison.Ordinal)))
                continue;
            var folder = Directory.CreateDirectory(Path.Combine(files, Path.GetDirectoryName(Path.GetRelativePath(sample, file))!)).FullName;
            var reply = await File.ReadAllTextAsync(file, token);
            if (name == "notfound.xml")
                await File.WriteAllTextAsync(Path.Combine(folder, name), reply, token);
            else
                foreach (var one in Cases)
                    await File.WriteAllTextAsync(Path.Combine(folder, one.Insz + ".xml"), reply.Replace(OfSample, one.Insz, StringComparison.Ordinal), token);
        }

        return await MagdaSimulator.StartAsync(new MagdaSimulatorOptions { FilesFolder = files, Url = "http://127.0.0.1:0" }, token);
    }
}
