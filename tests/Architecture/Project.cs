using System.Xml.Linq;

namespace IntegrationHub.Architecture.Tests;

/// <summary>One csproj, as it is written.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="References">Folders of the projects whose code it uses.</param>
/// <param name="Builds">Folders of the projects that it only has built.</param>
/// <param name="Packages">Names of the packages it uses.</param>
/// <param name="AssemblyName">Name of what it builds.</param>
sealed record Project(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Builds, IReadOnlyList<string> Packages, string AssemblyName)
{
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The assembly as the build left it.</summary>
    public CompiledAssembly Assembly => CompiledAssembly.Read(OutputFile);

    public string OutputFolder => SourceTree.Full($"{Folder}/bin/{SourceTree.Configuration}/net10.0");

    private string OutputFile => System.IO.Path.Combine(OutputFolder, AssemblyName + ".dll");

    public static Project Read(string path)
    {
        var xml = XDocument.Load(SourceTree.Full(path));
        var references = xml.Descendants("ProjectReference").Where(item => item.Attribute("Include") is not null).ToList();
        bool OnlyBuilt(XElement item) => (string?)item.Attribute("ReferenceOutputAssembly") == "false" || (string?)item.Element("ReferenceOutputAssembly") == "false";
        return new Project(
            path,
            [.. references.Where(item => !OnlyBuilt(item)).Select(item => FolderOf(path, item))],
            [.. references.Where(OnlyBuilt).Select(item => FolderOf(path, item))],
            [.. xml.Descendants("PackageReference").Select(item => (string?)item.Attribute("Include")).OfType<string>()],
            xml.Descendants("AssemblyName").FirstOrDefault()?.Value ?? System.IO.Path.GetFileNameWithoutExtension(path));
    }

    public override string ToString() => Path;

    private static string FolderOf(string path, XElement reference)
    {
        var written = ((string)reference.Attribute("Include")!).Replace('\\', '/');
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(SourceTree.Root, System.IO.Path.GetDirectoryName(path)!, written));
        return System.IO.Path.GetRelativePath(SourceTree.Root, System.IO.Path.GetDirectoryName(full)!).Replace('\\', '/');
    }
}
