using System.Xml;
using System.Xml.XPath;

namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>One round of the adapter over every real reply, shared by the tests that count.</summary>
public sealed class RealRun : IAsyncLifetime
{
    private readonly Rig rig = new();

    internal Intake Intake { get; private set; } = new();

    /// <summary>Every INSZ that names a file of the three services.</summary>
    internal IReadOnlyList<string> Asked { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var root = Folders.SharedMagda();
        Asked = [.. Files("Persoon/GeefPersoon/02.02.0000").Concat(Files("Werk/GeefWerkrelaties/02.00.0000")).Concat(Files("Persoon/GeefGezinssamenstelling/02.02.0000"))
            .Select(file => file.Insz).Distinct().Order(StringComparer.Ordinal)];
        rig.List(Asked);
        await rig.SimulateAsync(root);
        Intake = await rig.RunAsync();
    }

    /// <summary>The files of a service that are named by an INSZ, opened for XPath.</summary>
    internal static IReadOnlyList<(string Insz, XPathNavigator Xml)> Files(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folders.SharedMagda(), folder), "*.xml")
            .Select(path => (Path.GetFileNameWithoutExtension(path), new XPathDocument(XmlReader.Create(path)).CreateNavigator()))
            .Where(file => file.Item1.All(char.IsAsciiDigit))];

    public ValueTask DisposeAsync() => rig.DisposeAsync();
}
