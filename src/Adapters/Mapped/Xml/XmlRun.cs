using System.Xml;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>One pass over one XML document, to its end, so that a document that was cut off is told from a whole one.</summary>
internal sealed class XmlRun : IDisposable
{
    private readonly ElementPath path;
    private readonly long skip;
    private readonly long maxRecordBytes;
    private readonly NodeBoundStream bound;
    private readonly XmlReader reader;
    private readonly ElementCopy copy;
    private readonly List<string> names = [];
    private long position;
    private bool isDone;

    /// <param name="stream">Standing at its beginning.</param>
    /// <param name="path">Which elements are records.</param>
    /// <param name="skip">How many of them to read over.</param>
    /// <param name="maxRecordBytes">Of a record over this size only the beginning is given.</param>
    public XmlRun(Stream stream, ElementPath path, long skip, long maxRecordBytes)
    {
        (this.path, this.skip, this.maxRecordBytes) = (path, skip, maxRecordBytes);
        bound = new NodeBoundStream(stream, maxRecordBytes);
        reader = SafeXml.Open(bound, isAsync: true);
        copy = new ElementCopy(reader, bound, maxRecordBytes);
    }

    public void Dispose()
    {
        reader.Dispose();
        copy.Dispose();
    }

    /// <summary>The next record, or the reason why there are no more; null when all were given.</summary>
    public async ValueTask<CutRecord?> NextAsync(CancellationToken token)
    {
        if (isDone)
            return null;
        try
        {
            return await StepAsync(token);
        }
        catch (XmlException problem)
        {
            return Refuse(new FileRefusal(
                $"XML to its end, found text that breaks the rules of XML, or the end of the text, at line {Math.Max(1, problem.LineNumber)}", "export or send it again, whole"));
        }
        catch (ValueTooLargeException)
        {
            return Refuse(new FileRefusal($"texts of at most {maxRecordBytes} bytes, found a larger one", "raise limits.maxRecordBytes in hub.json, or leave that text out"));
        }
    }

    private async ValueTask<CutRecord?> StepAsync(CancellationToken token)
    {
        // A record is given before the next piece is read: what breaks there takes nothing back.
        while (await AdvanceAsync())
        {
            token.ThrowIfCancellationRequested();
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            names.RemoveRange(reader.Depth, names.Count - reader.Depth);
            names.Add(reader.LocalName);
            if (reader.Depth == 0 && path.Root is { } root && root != reader.LocalName)
                return Refuse(WrongRoot(root));
            if (path.Matches(names) && await TakeAsync(token) is { } record)
                return record;
        }

        isDone = true;
        return null;
    }

    private async ValueTask<CutRecord?> TakeAsync(CancellationToken token)
    {
        var line = (reader as IXmlLineInfo)?.LineNumber ?? 1;
        if (++position <= skip)
        {
            await copy.PassAsync(token);
            return null;
        }

        var taken = await copy.TakeAsync(token);
        return new CutRecord(taken.Kept, line, new CutPosition(position, line)) { RefusedSize = taken.RefusedSize };
    }

    private async ValueTask<bool> AdvanceAsync()
    {
        bound.Begin();
        var isThere = await reader.ReadAsync();
        SafeXml.CheckDepth(reader);
        return isThere;
    }

    private CutRecord Refuse(FileRefusal refusal)
    {
        isDone = true;
        return new CutRecord(default, null, new CutPosition(position, 1)) { Refusal = refusal };
    }

    private FileRefusal WrongRoot(string expected) => new(
        $"a document whose first element is {expected}, found {(reader.LocalName is "Envelope" ? "a SOAP envelope" : reader.LocalName is "html" ? "an HTML page" : "another first element")}",
        $"correct rows in the source.yaml (//name finds an element anywhere), or look whether the system wrote something else into this file");
}
