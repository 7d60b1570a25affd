using System.Text;
using IntegrationHub.Adapters.Sdk;

namespace Letters;

/// <summary>One line: <c>id;insz;name;date</c>.</summary>
static class Letter
{
    public static SourceRecord Record(string line) => new() { Id = line.Split(';')[0], Kind = "letter", Raw = Encoding.UTF8.GetBytes(line) };
}
