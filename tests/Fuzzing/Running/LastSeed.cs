using System.IO.MemoryMappedFiles;
using System.Text;

namespace IntegrationHub.Fuzzing.Tests.Running;

/// <summary>The seed of the input under way, in a file that outlives a process which ends without a word (a stack that overflows).</summary>
internal sealed class LastSeed : IDisposable
{
    private const int Size = 80;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    public LastSeed(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, Size);
        view = file.CreateViewAccessor();
    }

    public void Write(string seed) => view.WriteArray(0, Encoding.ASCII.GetBytes(seed.PadRight(Size, ' ')), 0, Size);

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
